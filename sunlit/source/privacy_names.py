"""Names of people that stand beside a word of hardship.

Owns the words of hardship, the commonest surnames, and the ordinary words that begin like a name.
Knows nothing of reporting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

MARKS = (
    "低保户",
    "低保对象",
    "贫困户",
    "五保户",
    "特困户",
    "特困人员",
    "残疾人",
    "孤儿",
    "留守儿童",
)

# About 250 surnames, those of nearly everyone by the national name statistics, and double ones.
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏"
    "魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚"
    "邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳"
    "甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解"
    "牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边"
    "卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝"
)
_DOUBLE = "欧阳|上官|司马|诸葛|皇甫|司徒|东方|夏侯"

# Words that follow a word of hardship and begin with a surname but name nobody.
_ORDINARY = """
    安全 安置 安排 安居 安装 包括 包保 包户 包联 白内 边缘 常年 常态 车辆 车位 成长 成员 程序
    成功 成为 单独 单位 单列 党员 党支 方面 方案 房屋 房子 费用 付出 符合 付款 高龄 高于 高校
    高度 古稀 顾虑 关爱 关怀 关心 关注 关于 关系 管理 管护 华侨 和残 和低 和五 和贫 和孤 和留
    和特 和其 和困 和老 和重 何时 何以 季度 纪实 纪律 纪念 简介 简易 江苏 解决 解困 解读 金额
    金融 康复 康养 景况 冷暖 连续 连片 路费 路线 毛收 明白 明细 明显 明确 农业 农户 农村 农产
    农房 全部 全面 全家 全年 全覆 全体 全员 全程 全额 荣誉 任务 任何 商业 尚未 尚有 申报 申请
    申诉 申领 师资 施工 施策 石材 时间 时代 时期 时的 时常 史料 舒心 司法 田间 田地 温暖 温馨
    温室 文体 文化 文艺 文明 文件 武术 席位 项目 向社 向政 向村 向镇 向上 向居 向区 许可 严格
    严禁 严重 阳光 应保 应享 应当 应急 应扶 应帮 易地 易返 于每 于本 于当 于上 于去 于今 于是
    游园 余人 余户 岳池 章程 钟点 周边 周转 周年 周末 周期 祝福 庄稼 卓有 宗教 左右 左邻 查询
    查看 明年 曾经 曾获 曾因 万元 万户 万人 柴火 段落 宁愿 牛羊 牛奶 马上 林地 林权 林果 黄牛
    黄金 高血 高考 高中 雷电 金秋 童年 童心 盛会 丁级 江边 龙头 龙舟 石漠 莫名 路灯 路面 鲁班
    蓝天 蓝图 解除 陆续 唐氏 苗木 苗族 梅花 谷物 孔子 江河 米面 麻风 麦收 沙发 卫生 卫健 池塘
    商铺 商店 迟迟 马拉 马铃
"""
_WORDS = frozenset(_ORDINARY.split())
# Surnames that are ordinary small words too: a name only when nothing Chinese follows it.
_SMALL = frozenset("于向时应和常何全成曾万任尚连解易方明安关简温文白高")

_HAN = "\u4e00-\u9fff"
_MARK = "|".join(MARKS)
_NAME = rf"(?P<name>(?:{_DOUBLE}|[{_SURNAMES}])[{_HAN}]{{1,2}})"
_AFTER = rf"(?:{_MARK})(?P<sign>[：:、，“\"（( ]{{0,2}}){_NAME}(?P<more>[{_HAN}]?)"
_BEFORE = rf"(?<![{_HAN}]){_NAME}[（(](?:{_MARK})[）)]"
# `re` compiles them when they are first needed, and few texts have a word of hardship.


def hardship_names(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and words of every name that stands beside a word of hardship."""
    for match in re.finditer(_AFTER, text):
        name = match["name"]
        small = not match["sign"] and name[0] in _SMALL and bool(match["more"])
        if not small and not _is_word(name):
            yield *match.span("name"), name
    for match in re.finditer(_BEFORE, text):
        if not _is_word(match["name"]):
            yield *match.span("name"), match["name"]


def _is_word(name: str) -> bool:
    return name[:2] in _WORDS
