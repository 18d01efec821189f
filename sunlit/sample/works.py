"""What gets built or done in the sample: fourteen kinds of work, two for each dimension.

Owns titles, quantities and the sentences of a ledger entry. Dates, money and how far a work has
come are given by `projects`.
"""

from __future__ import annotations

from msgspec import Struct


class Count(Struct, frozen=True):
    """A quantity of a work; the plan lies between `low` and `high`, in steps of `step`.

    `places` are decimals: 45 with one place is 4.5. Hedged counts are published as “over”.
    """

    id: str
    label: str
    english: str
    unit: str
    low: int
    high: int
    step: int = 1
    places: int = 0
    hedged: bool = False


class Work(Struct, frozen=True):
    """A kind of work; `scene` is what its photos show, when it can be photographed.

    `budget` is what the district gives, at least and at most, in 万元.
    """

    id: str
    dimension: str
    title: str
    english: str
    department: str
    role: str
    budget: tuple[int, int]
    counts: tuple[Count, ...]
    why: str
    how: str
    for_whom: str
    scene: str | None = None


WORKS = (
    Work("council-corner", "heart", "新建居民议事角", "Council corner", "governance",
         "分管副主任", (6, 25),
         (Count("seats", "座位", "Seats", "个", 18, 60, 2),
          Count("eaves", "雨棚", "Rain canopy", "m²", 20, 80, 4)),
         "以前开会要借学校的教室，天一热就没人来。",
         "利用闲置的门面房改成议事角，装雨棚和座位，平时可以歇脚，每周三晚上开会。",
         "全体居民"),
    Work("council-days", "heart", "居民议事日", "Council days", "governance",
         "议事会召集人", (2, 8),
         (Count("sessions", "议事日", "Council days", "场", 24, 48, 2),
          Count("opinions", "收到意见", "Opinions taken", "条", 80, 240, 10, hedged=True)),
         "小事拖久了容易变成矛盾，大家希望有个固定的时间当面说。",
         "每月固定几个晚上，请相关单位到场，能定的当场定，定不了的写明什么时候答复。",
         "有意见要反映的居民"),
    Work("street-lamps", "safe", "背街小巷补装路灯", "Lamps for the back lanes", "works",
         "工程联络员", (20, 90),
         (Count("lamps", "路灯", "Lamps", "盏", 24, 120, 2),
          Count("cable", "埋设电缆", "Cable laid", "m", 300, 2400, 50)),
         "晚上下班要打手电走路，老人不敢出门。",
         "按居民代表踏勘时画的图逐盏定位，避开卧室窗户，电缆全部埋地。",
         "晚归的居民和放学的孩子", "street"),
    Work("fire-lanes", "safe", "打通消防通道", "Fire lanes cleared", "works", "安全巡查岗", (8, 30),
         (Count("lanes", "打通通道", "Lanes cleared", "条", 3, 12),
          Count("points", "消防器材点", "Equipment points", "个", 4, 20)),
         "通道长期停车、堆物，消防车进不来。",
         "先划线、移走固定障碍，再在路口装器材点，杂物集中清运三次。",
         "通道两侧的住户"),
    Work("lane-surface", "green", "巷道路面翻新", "Lane resurfaced", "works",
         "工程联络员", (60, 320),
         (Count("surface", "翻新路面", "Lane resurfaced", "km", 6, 45, 1, places=1),
          Count("drains", "雨水口", "Drains", "个", 8, 60)),
         "路面坑洼多，下雨积水，推轮椅很吃力。",
         "先修排水，再铺路面，分段施工，每段不超过十天，留出步行通道。",
         "沿线住户和过路的人", "road"),
    Work("pocket-park", "green", "边角地改口袋公园", "Pocket park", "greening",
         "绿化管护岗", (40, 160),
         (Count("area", "公园面积", "Park area", "m²", 300, 2600, 50),
          Count("trees", "栽树", "Trees planted", "棵", 20, 140, 2, hedged=True)),
         "拆完的空地长草堆土，夏天蚊虫多。",
         "清运渣土，种本地树种，铺透水砖，装长椅，不做围栏。",
         "附近的老人和孩子", "court"),
    Work("canteen", "warm", "长者食堂", "Canteen for the old", "care", "民政服务岗", (15, 60),
         (Count("tables", "餐位", "Seats", "个", 24, 90, 2),
          Count("meals", "供餐", "Meals served", "人次", 3000, 18000, 500, hedged=True)),
         "白天一个人在家的老人不愿意开火，常常一顿饭吃一天。",
         "利用社区用房改造厨房和餐厅，菜价上墙，子女也可以来吃。",
         "六十岁以上的居民"),
    Work("play-corner", "warm", "院落游戏角", "Play corner", "care", "儿童服务岗", (8, 35),
         (Count("ground", "软地面", "Soft ground", "m²", 60, 420, 10),
          Count("sets", "游戏器械", "Play equipment", "台", 3, 12)),
         "孩子放学后在车道边玩，家长不放心。",
         "把院子里停废旧车辆的地方腾出来，铺软地面，装器械，留出看护的座位。",
         "学龄前后的孩子和看护的家人", "court"),
    Work("morning-market", "thrive", "便民早市改造", "Morning market", "economy",
         "集体经济管理岗", (30, 140),
         (Count("stalls", "固定摊位", "Stalls", "个", 20, 90, 2),
          Count("roof", "遮阳棚", "Roofed area", "m²", 200, 1400, 50)),
         "早市占道，雨天无处躲，菜农和过路的车互相让不开。",
         "腾出集体停车场，划固定摊位，装遮阳棚和洗手池，摊位费进集体账户并按月公布。",
         "买菜的居民和周边菜农"),
    Work("orchard", "thrive", "集体果园", "Collective orchard", "economy",
         "集体经济管理岗", (25, 120),
         (Count("land", "果园面积", "Orchard", "亩", 20, 160, 5),
          Count("saplings", "果树", "Fruit trees", "棵", 800, 6000, 100, hedged=True)),
         "坡地零散，一家一户种不划算，荒了好几年。",
         "农户自愿入股，统一种植和销售，收益按股分，账目每月公布。",
         "入股的农户"),
    Work("ramps", "near", "无障碍坡道", "Step-free ramps", "works", "工程联络员", (6, 40),
         (Count("ramps", "坡道", "Ramps", "个", 6, 40),
          Count("rails", "扶手", "Handrails", "m", 40, 300, 10)),
         "老楼门口有三五级台阶，轮椅和婴儿车要人抬。",
         "一个门洞一个办法，坡度不合适的改装扶手和折叠板。",
         "出入不便的居民"),
    Work("service-window", "near", "便民服务点延时开放", "Longer service hours", "governance",
         "便民服务岗", (4, 15),
         (Count("hours", "延时开放", "Extra hours", "小时", 200, 720, 20),
          Count("cases", "办理事项", "Cases handled", "件", 400, 2600, 50, hedged=True)),
         "上班的人下班以后服务点也关门了，办一张证明要请假。",
         "工作日延到晚上八点，周六上午轮班，常办的事贴在门口。",
         "白天没空的居民"),
    Work("water-sensors", "smart", "积水点水位感应", "Sensors at flood-prone spots", "digital",
         "信息服务岗", (8, 40),
         (Count("sensors", "感应器", "Sensors", "台", 6, 30),
          Count("signs", "提示牌", "Warning signs", "个", 4, 20)),
         "几处低洼路段一下大雨就积水，等人发现已经过不去了。",
         "低洼处装感应器，水位到线自动亮提示牌，并通知值班岗。",
         "雨天出行的居民"),
    Work("single-form", "smart", "一张表服务", "One form for all", "digital", "信息服务岗", (5, 20),
         (Count("merged", "合并表格", "Forms merged", "份", 8, 36),
          Count("trips", "少跑的趟数", "Trips saved", "人次", 500, 5000, 100, hedged=True)),
         "同样的信息，不同的事要填好几遍。",
         "把常用的表合成一张，填过的不再填，纸质表照样收。",
         "来办事的居民"),
)  # fmt: skip

PHOTOGRAPHED = tuple(work for work in WORKS if work.scene)
