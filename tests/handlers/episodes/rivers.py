"""A bilingual transcript of a minute, with a side file for its show."""

from __future__ import annotations

RIVERS = """2025-01-02 Ann Li.On rivers

Where rivers rise

河流之源

(00:00:00)
Springs.
泉水。

(00:00) Ann Li:
The water of the river Vltava is a cold grey green in March.
三月的伏尔塔瓦河水是冷冷的灰绿色。

(00:09) Bo Yu:
I once swam in it for a whole minute.
我曾在里面游了整整一分钟。
"""


TOML = """
show = "Water talk"
video_url = "https://youtu.be/abc"
video_offset = 10
image_url = "https://example.org/water.png"
[speakers]
"Ann Li" = ["annie"]
"""
