from datetime import date

from salescoach.records.recap import Recap


def test_a_recap_with_its_text_tells_of_the_areas_it_names_alone() -> None:
    """And of two lights never, however they are written; a bare mark says no more than that it was sent."""
    on = date(2026, 11, 3)
    assert Recap(on=on, sent=on).told_of is None
    assert Recap(on=on, sent=on, text="x").told_of == []
    assert Recap(on=on, areas=["closing", "Motivation", "wellbeing", "performance"]).told_of == [
        "closing",
        "performance",
    ]
