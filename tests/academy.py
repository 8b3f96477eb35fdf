"""An invented academy with additions to the tiny project's law chapter."""

from __future__ import annotations

from tests.conftest import Project

FOLDER = "data/local/hoc-vien-a"
NAME = f"{FOLDER}/name.yml"
VI = f"{FOLDER}/v1-foundations/03-law.vi.md"
EN = f"{FOLDER}/v1-foundations/03-law.en.md"
TEXTS = {
    VI: """---
author: "Tổ bộ môn"
date: 2026-12-07
title: "Sổ hộ tịch"
---

Tại tỉnh, sổ do xã giữ; xem [§](#own-evidence) và [§](02-signs.vi.md).

### Giấy tờ

/// case | Tờ khai
    id: declaration

Một người mẹ đến xã.
///

/// trainer
**Thời gian.** Mười phút.
///
""",
    EN: """---
author: "The unit"
date: 2026-12-07
title: "The birth register"
section: age-rule
---

The commune keeps the register.
""",
}


def add_academy(project: Project, *names: str) -> None:
    """Give the project an academy with these of its additions; without names the Vietnamese."""
    project.write(NAME, 'vi: "Học viện A"\nen: "Academy A"\n')
    for name in names or (VI,):
        project.write(name, TEXTS[name])
