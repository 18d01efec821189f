"""Invented names of areas, streets and units, each with the pinyin its address is made of.

Owns the syllables and how two of them become a name. Knows nothing of what bears it. The pinyin
is written here, so that a sample needs no dictionary and no pair is ever spelt alike.
"""

from __future__ import annotations

from msgspec import Struct

from sunlit.sample.spec import SampleSpec

_FIRST = (
    "安an 白bai 碧bi 苍cang 晨chen 澄cheng 初chu 春chun 翠cui 丹dan 枫feng 桂gui 光guang 涵han "
    "鹤he 虹hong 槐huai 欢huan 嘉jia 锦jin 静jing 橘ju 兰lan 乐le 梨li 莲lian 灵ling 柳liu 露lu "
    "满man 梅mei 明ming 沐mu 楠nan 宁ning 暖nuan 鸥ou 萍ping 绮qi 青qing 秋qiu 榕rong 瑞rui 润run "
    "杉shan 书shu 霜shuang 松song 桃tao 桐tong 晚wan 苇wei 梧wu 霞xia 香xiang 晓xiao 欣xin 星xing "
    "雪xue 燕yan 瑶yao 怡yi 银yin 樱ying 悠you 雨yu 鸢yuan 月yue 云yun 珍zhen 芷zhi 竹zhu 紫zi"
)
_SECOND = (
    "坳ao 坝ba 浜bang 泊bo 池chi 川chuan 荡dang 堤di 甸dian 渡du 畈fan 坊fang 峰feng 岗gang 沟gou "
    "谷gu 关guan 河he 湖hu 涧jian 江jiang 井jing 居ju 坎kan 口kou 廊lang 里li 林lin 岭ling "
    "梁liang 垄long 楼lou 路lu 门men 畔pan 坪ping 坡po 浦pu 桥qiao 渠qu 泉quan 沙sha 山shan 石shi "
    "树shu 水shui 台tai 潭tan 塘tang 田tian 亭ting 头tou 屯tun 湾wan 围wei 坞wu 溪xi 巷xiang 墟xu "
    "崖ya 岩yan 洋yang 窑yao 野ye 园yuan 屿yu 泽ze 寨zhai 洲zhou 渚zhu 庄zhuang"
)
_AREAS = (
    "晴川qingchuan 听雨tingyu 揽月lanyue 枕溪zhenxi 拾光shiguang 望舒wangshu 鹿鸣luming 星野xingye "
    "暖阳nuanyang 小满xiaoman 清欢qinghuan 疏影shuying 知秋zhiqiu 半夏banxia 朝露zhaolu "
    "晚晴wanqing 初雪chuxue 照水zhaoshui 微澜weilan 抱朴baopu 听松tingsong 含章hanzhang 拂晓fuxiao "
    "锦书jinshu"
)
_SIDES = ("", "东dong-", "西xi-", "南nan-", "北bei-", "上shang-", "下xia-", "新xin-")


class Name(Struct, frozen=True):
    """A name without its ending (村, 街道, 区), in characters and as part of an address."""

    chinese: str
    slug: str

    @property
    def english(self) -> str:
        """The name as an English text writes it."""
        return self.slug.replace("-", " ").title()


def _names(table: str) -> tuple[Name, ...]:
    """The names of a table, each written as characters followed by pinyin."""
    return tuple(
        Name(one.rstrip("abcdefghijklmnopqrstuvwxyz-"), one.lstrip(_characters(one)))
        for one in table.split()
    )


def _characters(one: str) -> str:
    return "".join(sign for sign in one if not sign.isascii())


FIRST = _names(_FIRST)
SECOND = _names(_SECOND)
AREAS = _names(_AREAS)
_PAIRS = len(FIRST) * len(SECOND)
_STRIDE = 1_481
"""Has no factor in common with the number of pairs: every pair comes once before one returns."""


def unit_name(spec: SampleSpec, number: int) -> Name:
    """The name of the unit with that number; no two numbers share one."""
    side = _SIDES[number // _PAIRS]
    pair = _pair(_offset(spec) + number * _STRIDE)
    if not side:
        return pair
    return Name(side[0] + pair.chinese, side[1:] + pair.slug)


def area_name(number: int) -> Name:
    """The name of an area: from the table, and after its end like any other."""
    return AREAS[number] if number < len(AREAS) else _pair(number * 900)


def street_name(spec: SampleSpec, area: int, number: int) -> Name:
    """The name of a street or town; the first of an area is called as the area is."""
    own = area_name(area)
    if number == 0:
        return own
    name = _pair(_offset(spec) + 7 + (area * 250 + number) * 613)
    return name if name.slug != own.slug else _pair(_offset(spec) + 7 + (area * 250 + 249) * 613)


def _pair(index: int) -> Name:
    # 73 and 71 are prime: by the Chinese remainder theorem every index gives another pair.
    first, second = FIRST[index % len(FIRST)], SECOND[index % len(SECOND)]
    return Name(first.chinese + second.chinese, first.slug + second.slug)


def _offset(spec: SampleSpec) -> int:
    return spec.chance("names").randrange(_PAIRS)
