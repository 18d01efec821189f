"""The photo benchmark: how pictures are judged, how settings are found, what the report says."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from benchmarks.measure import Run
from benchmarks.photos.equal import Setting, nearest
from benchmarks.photos.hugo import write_site
from benchmarks.photos.job import Job, read_job
from benchmarks.photos.known import Known, load, save
from benchmarks.photos.report import GOALS, report
from benchmarks.photos.ssim import original, ssim
from benchmarks.stage import Size
from sunlit.sample.grain import noise, patches


@pytest.fixture(scope="module")
def picture() -> Image.Image:
    return patches("picture", (320, 240), 40, cells=20)


def compressed(picture: Image.Image, quality: int) -> Image.Image:
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=quality)
    return Image.open(written)


def test_a_picture_is_like_itself(picture: Image.Image) -> None:
    assert ssim(picture, picture) == pytest.approx(1, abs=1e-6)


def test_the_similarity_of_two_even_greys_follows_the_formula() -> None:
    one, other = (Image.new("L", (64, 48), level) for level in (100, 140))
    c1 = (0.01 * 255) ** 2
    wanted = (2 * 100 * 140 + c1) / (100**2 + 140**2 + c1)
    assert ssim(one, other) == pytest.approx(wanted, abs=1e-5)


def test_one_window_follows_the_formula() -> None:
    one, other = (noise(seed, (8, 8), 40) for seed in ("x", "y"))
    x, y = one.tobytes(), other.tobytes()
    mean_x, mean_y = sum(x) / 64, sum(y) / 64
    spread_x = sum(level * level for level in x) / 64 - mean_x**2
    spread_y = sum(level * level for level in y) / 64 - mean_y**2
    both = sum(a * b for a, b in zip(x, y, strict=True)) / 64 - mean_x * mean_y
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    wanted = (2 * mean_x * mean_y + c1) * (2 * both + c2)
    wanted /= (mean_x**2 + mean_y**2 + c1) * (spread_x + spread_y + c2)
    assert ssim(one, other) == pytest.approx(wanted, abs=1e-4)


def test_similarity_grows_with_the_quality(picture: Image.Image) -> None:
    found = [ssim(picture, compressed(picture, quality)) for quality in (10, 40, 70, 95)]
    assert found == sorted(found)
    assert found[0] < found[-1] < 1


def test_pictures_of_two_sizes_cannot_be_compared(picture: Image.Image) -> None:
    with pytest.raises(ValueError, match="cannot be compared"):
        ssim(picture, picture.crop((0, 0, 100, 100)))


def test_the_original_stands_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (30, 40)).save(tmp_path / "a.jpg", exif=exif)
    assert original(tmp_path / "a.jpg", 20).size == (20, 15)


@pytest.mark.parametrize(
    ("wanted", "start", "quality"),
    [(0.5, 50, 50), (0.5, 80, 50), (0.504, 3, 50), (0.506, 97, 51), (2.0, 50, 100), (0.0, 9, 1)],
)
def test_the_nearest_setting_is_found(wanted: float, start: int, quality: int) -> None:
    asked: list[int] = []

    def measure(quality: int) -> float:
        asked.append(quality)
        return quality / 100

    assert nearest(measure, wanted, start=start) == Setting(quality, quality / 100)
    assert len(asked) == len(set(asked)) <= 14


def test_a_job_is_read_as_it_was_written(tmp_path: Path) -> None:
    job = Job(str(tmp_path), "out", {"jpeg": 80})
    assert read_job(job.write(tmp_path)) == job


def test_hugo_is_asked_for_every_file_of_a_job(tmp_path: Path) -> None:
    (tmp_path / "one.jpg").touch()
    write_site(Job(str(tmp_path), "out", {"jpeg": 80, "avif": 50}, widths=(320, 640)), tmp_path)
    template = (tmp_path / "layouts/page.html").read_text(encoding="utf-8")
    for wanted in ("320x jpg q80", "640x jpg q80", "320x avif q50", "640x avif q50"):
        assert f"resize {wanted}" in template
    assert template.count("{{") == template.count("}}") == 2 + 4 * 3
    assert (tmp_path / "content/one.md").exists()


@pytest.fixture
def known() -> Known:
    found = Known(source_bytes=20_000_000)
    for tool, seconds in (("ours", 3.0), ("sharp", 3.6), ("sharp-chained", 2.4)):
        for number in range(3):
            found.runs.keep("6", tool, "jpeg", number, Run(seconds, seconds, 90_000_000, 0, ""))
        found.keep_bytes("6", tool, {"jpeg": Size(24, 3_000_000)})
        found.keep_setting(tool, "jpeg", Setting(80, 0.96 if tool == "ours" else 0.9615))
    return found


def test_what_is_kept_can_be_read_again(known: Known, tmp_path: Path) -> None:
    save(known, tmp_path / "known.json")
    assert load(tmp_path / "known.json") == known
    assert load(tmp_path / "missing.json") == Known()


def test_a_goal_is_met_missed_or_not_measured(known: Known) -> None:
    verdicts = {(goal.peer, goal.scenario): goal.verdict(known, "6") for goal in GOALS}
    assert verdicts["sharp", "jpeg"] == "met"
    assert verdicts["sharp-chained", "jpeg"] == "NOT MET"
    assert verdicts["sharp", "jpeg-avif"] == "not measured"


def test_the_report_has_seconds_a_photo_and_sunlits_number_over_the_peers(known: Known) -> None:
    assert "| sharp, chained | 0.400 | 1.25 | 0.400 | 1.25 | 90 | 1.00 | 3.00 | 1.00 |" in report(
        known
    )
    assert "| Hugo | — | — |" in report(known)


def test_the_report_says_where_quality_is_not_equal(known: Known) -> None:
    assert "| 80 | 0.9615 | +0.0015 | yes |" in report(known)
    known.keep_setting("sharp", "jpeg", Setting(99, 0.95))
    assert "| 99 | 0.9500 | -0.0100 | **NO** |" in report(known)


def test_the_report_names_who_could_not_run(known: Known) -> None:
    known.runs.failed["libvips"] = "is not there:\nno libvips.so"
    assert "| libvips, chained could not run | is not there: no libvips.so |" in report(known)
