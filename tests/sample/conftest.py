"""One sample for all tests of this folder: two areas, sixty units, three pairs of photos."""

from __future__ import annotations

import pytest

from sunlit.sample import SampleSpec, sample_files
from tests.sample.reading import Files


@pytest.fixture(scope="session")
def spec() -> SampleSpec:
    return SampleSpec(units=70, seed=3, photos=3, areas=2, photo_width=1200)


@pytest.fixture(scope="session")
def files(spec: SampleSpec) -> Files:
    return dict(sample_files(spec))
