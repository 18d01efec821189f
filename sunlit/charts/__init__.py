"""Numbers to inline SVG, each drawing with the table of the same numbers.

Pure functions of frozen values. Owns shapes and their places; knows no page, no file, no language.
"""

from sunlit.charts.bars import Bar, BarWords, bars
from sunlit.charts.chart import Amount, Chart, Dim, Frame, Number, Table
from sunlit.charts.circle import CircleWords, Place, circle
from sunlit.charts.dots import DotsWords, Spot, dots
from sunlit.charts.milestones import Day, Milestone
from sunlit.charts.organisation import OrganisationWords, organisation
from sunlit.charts.sparkbar import sparkbar
from sunlit.charts.steps import PathWords, Step
from sunlit.charts.target_path import target_path
from sunlit.charts.timeline import TimelineWords, timeline
from sunlit.charts.tree import Node
from sunlit.charts.trend import Series, TrendWords, trend

__all__ = [
    "Amount",
    "Bar",
    "BarWords",
    "Chart",
    "CircleWords",
    "Day",
    "Dim",
    "DotsWords",
    "Frame",
    "Milestone",
    "Node",
    "Number",
    "OrganisationWords",
    "PathWords",
    "Place",
    "Series",
    "Spot",
    "Step",
    "Table",
    "TimelineWords",
    "TrendWords",
    "bars",
    "circle",
    "dots",
    "organisation",
    "sparkbar",
    "target_path",
    "timeline",
    "trend",
]
