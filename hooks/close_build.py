"""Close a build: own 404, addresses, words of scripts, views, articles for print, PDFs."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

from manuals.addresses import GO, go_page
from manuals.errors import ManualError
from manuals.export import write_articles
from manuals.notfound import not_found_page
from manuals.outputs import put_text
from manuals.parallel.view import view_page, views
from manuals.quiz import quiz_words


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Finish the site once, after the last language's nested build."""
    if config.plugins["i18n"].building:  # type: ignore[attr-defined]
        return
    run = config.extra["run"]
    site = Path(config.site_dir)
    (site / "404.html").write_text(
        not_found_page(run.manuals, config.site_url or ""), encoding="utf-8"
    )
    (site / GO).write_text(go_page(run.manuals), encoding="utf-8")
    for locale, words in run.manuals.languages.items():
        put_text(quiz_words(words), site / "assets" / "js" / f"quiz-words.{locale}.js")
    articles = [item for item in config.extra["exported"] if item.stem in run.manuals.pairs]
    try:
        for view in views(run.manuals, articles):
            page = view_page((site / view.plain.url).read_text(encoding="utf-8"), view)
            (site / view.url).write_text(page, encoding="utf-8")
    except ManualError as error:
        raise PluginError(str(error)) from None
    if config.extra["articles"]:
        write_articles(Path(config.extra["articles"]), articles)
    if run.pdf and config.extra["pdf"] is True:
        from manuals.print.day_sheets import set_day_sheets
        from manuals.print.volumes import set_volumes

        set_volumes(run.manuals, run.edition, articles, site / "pdf")
        set_day_sheets(run.manuals, run.courses, site / "pdf")
