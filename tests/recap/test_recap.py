from pathlib import Path
from typing import Any

import pytest

LOG = """\
Long and good. CANARY-notes
topic: pricing for the new package
red: follow-up – three offers without a next call
motivation: yellow – CANARY-tired
performance: red – CANARY-weak
wellbeing: green – CANARY-evenings
told: negotiation – gave in before the question – count to five
told: wellbeing – CANARY-told
praise: held the price at “Skogsberg”
value: courage – said no to a bad deal
about me: I interrupt
needs: a quieter place to call from
@me introduce her at Nordbygg by wed
@anna when an offer is ready, call Skogsberg first by 1 dec
goal: 12 first meetings by 29 jan
lesson: CANARY-lesson
next: 11 dec 14:00
~ CANARY-private"""

CODES = [
    "topic", "need", "about_me", "praise", "value", "seen", "seen", "told", "goal", "seller", "me", "me", "next",
]  # fmt: skip


@pytest.fixture
def talked(coach: Any) -> Any:
    """Hold a talk with Anna in which everything was said that can be, and her own view before it."""
    coach("rate", "anna", "follow-up", "green", "they all got an answer", "--by", "seller", "--on", "2026-11-20")
    assert coach("log", "anna", LOG).status == 0
    return coach


def mailed(coach: Any, *args: str, suffix: str = ".txt") -> str:
    """Return a recap as a file has it."""
    assert coach("recap", "anna", *args, "-o", f"mail{suffix}").status == 0
    return Path(f"mail{suffix}").read_text("utf-8")


def test_a_recap_tells_what_is_for_both(talked: Any) -> None:
    """In her order, in the second person, mine said to be late; what is left out is counted, whatever is asked for."""
    talked("promise", "anna", "send the figures", "--by", "2026-11-20")
    for extra in ((), ("--private",), ("--style", "chat"), ("--all",)):
        ran = talked("recap", "anna", "--json", *extra)
        assert [one["code"] for one in ran.json["lines"]] == [*CODES[:-1], "me", "next"], extra
        assert ran.json["left_out"] == {
            "private": 1, "notes": 1, "lesson": 1, "performance": 1, "motivation": 1, "wellbeing": 1
        }  # fmt: skip
        assert "CANARY" not in ran.out + ran.err + talked("recap", "anna", *extra).out
    said = [one["text"] for one in talked("recap", "anna", "--json").json["lines"]]
    assert said[5] == "follow-up: I see red, three offers without a next call; you see green, they all got an answer"
    assert said[6:8] == ["performance: I see red", "negotiating: gave in before the question. Next: count to five"]
    assert {"send the figures, by Fri 20 Nov (I am late)", "introduce her at Nordbygg, by Wed 25 Nov"} < {*said}


def test_a_goal_is_told_with_where_it_stands(talked: Any) -> None:
    """Of what it aims at, where its title does not say that; by a level where it has no number."""
    goals = (
        ("Renew 14 agreements", ("--to", "14", "--unit", "agreements"), "11", "Renew 14 agreements: 11 now"),
        ("Book the call first", ("--to", "10", "--unit", "offers"), "0", "Book the call first: 0 of 10 offers now"),
        ("Win a tender", ("--to", "1", "--unit", "deal"), "", "Win a tender, 1 deal"),
        ("Lead a bid", (), "green", "Lead a bid: green now"),
    )
    for title, options, stands, _ in goals:
        talked("goal", "anna", title, *options)
        talked("progress", "anna", title, *(("--level", stands) if stands.isalpha() else (stands,)[: len(stands)]))
    told = [one["text"] for one in talked("recap", "anna", "--json").json["lines"] if one["code"] == "goal"]
    assert sorted(told) == sorted(["12 first meetings, by Fri 29 Jan 2027", *(said for *_, said in goals)])


def test_a_recap_is_of_the_talk_that_is_meant(talked: Any) -> None:
    """The last one, or that of a day: without what was agreed on later."""
    talked("praise", "anna", "early with the tender")
    assert talked("recap", "anna", "--today", "2026-11-26").out.count("early with the tender") == 1
    older = talked("recap", "anna", "--on", "2026-11-03", "--json").json
    assert [one["text"].partition(",")[0] for one in older["lines"]] == [
        "discovery: I see green", "Introduce Anna to Karin at Nordbygg", "Fri 11 Dec at 14:00",
    ]  # fmt: skip
    assert (older["talk"], older["left_out"]) == ("2026-11-03", {"notes": 1})
    assert "coach recap anna-berg --on 2026-11-03 --sent" in talked("recap", "anna", "--on", "3 nov").err
    assert "no talk" in talked.refused("recap", "anna", "--on", "2026-11-04").err


def test_what_was_sent_is_kept_and_tells_of_its_areas_alone(talked: Any) -> None:
    """Once; it ends the surprise of what it names and of nothing else; undo takes it back."""
    talked("note", "anna", "red: closing – no next step")

    def untold() -> set[str]:
        return {one["area"] for one in talked("probation", "anna", "--json").json["surprises"]}

    talked("probation", "anna", "--ends", "2027-02-01")
    before = untold()
    assert before == {"follow-up", "performance", "closing"}
    ran = talked("recap", "anna", "--sent", "--style", "chat")
    assert "Told with it: follow-up, performance." in ran.err
    assert before - untold() == {"follow-up", "performance"}
    sent = talked.text()
    (record,) = talked("show", "anna", "--kind", "recap", "--json").json["records"]
    made = talked("recap", "anna", "--json").json
    assert (record["seal"], made["sent"]) == (made["seal"], "2026-11-23")
    assert record["text"].startswith("Anna, from our talk today:\n\nYou brought up: pricing")
    assert "just as it is here" in talked("recap", "anna", "--sent").err
    assert talked.text() == sent
    talked("undo")
    assert untold() == before


def quoted(text: str) -> str:
    """Return a text as a mail program quotes it in an answer: narrower, with its own marks and blanks."""
    words = text.replace("“", '"').replace("”", '"').replace(" - ", " – ").split(" ")
    lines = [" ".join(words[at : at + 6]) for at in range(0, len(words), 6)]
    return "\r\n".join(f"> {line}" for one in lines for line in one.split("\n")).replace("by ", "by\u00a0")


def test_a_text_is_as_it_was_sent_however_it_came_back(talked: Any) -> None:
    """Of either style, as a text or Markdown, quoted and wrapped, with words above, a greeting below, long after."""
    mail, chat, page = mailed(talked), mailed(talked, "--style", "chat"), mailed(talked, suffix=".md")
    talked("recap", "anna", "--sent")
    talked("done", "call Skogsberg")
    for text in (mail, chat, page, quoted(mail), f"Hi!\n\n{quoted(mail)}\n\nBest regards\nAnna\n"):
        ran = talked("recap", "anna", "--verify", "-", "--today", "2027-05-03", stdin=text)
        assert (ran.status, ran.out.splitlines()[0]) == (0, "As sent on Mon 23 Nov 2026."), text
    assert "Beside it: “Hi!”" in ran.out


def test_a_text_that_differs_is_told_line_by_line(talked: Any) -> None:
    """What was changed, is missing, was put in; a text without a seal, or with another's; a changed journal."""
    mail = mailed(talked)
    talked("recap", "anna", "--sent")
    changed = mail.replace("Tue 1 Dec", "Tue 8 Dec")
    cut = "\n".join(line for line in mail.splitlines() if "quieter" not in line)
    more = mail.replace("\nI   ", "\nYou             work on Saturdays\nI   ", 1)
    call = "call Skogsberg first, by Tue"
    cases = [
        (changed, "Sent: “You: when an offer is ready, {} 1 Dec” There: “You when an offer is ready, {} 8 Dec”"),
        (cut, "Sent, and not there: “You need: a quieter place to call from”"),
        (more, "There, and not sent: “You work on Saturdays”"),
        (quoted(changed), "There: “You when an offer is ready, {} 8 Dec”"),
    ]
    for text, said in cases:
        out = talked.refused("recap", "anna", "--verify", "-", stdin=text, status=1).out
        assert (out.startswith("Not as sent on Mon 23 Nov."), out.count("\n")) == (True, 2), text
        assert said.replace("{}", call) in " ".join(out.split()), text
    for who, text, said in (
        ("anna", "Hej!", "There is no seal"), ("bo", mail, "nothing with it is noted as sent to Bo"),
        ("bo", changed, "not that of these lines"),
    ):  # fmt: skip
        assert said in talked.refused("recap", who, "--verify", "-", stdin=text, status=1).out
    assert "no plain text" in talked.refused("recap", "anna", "--verify", "-", stdin="%PDF-1.7").err
    talked.path().write_text(talked.text().replace("You need: a quieter", "You need: a louder"), "utf-8")
    ran = talked.refused("recap", "anna", "--verify", "-", stdin=mail.replace("quieter", "louder"), status=1)
    assert "is not what was sealed on Mon 23 Nov" in ran.out


def test_a_mail_that_was_sent_before_it_was_noted_is_kept_as_it_is(talked: Any) -> None:
    """Whole by its own seal, with the areas that it names; afterwards the journal has moved on. Not where it is not."""
    mail = mailed(talked)
    talked("done", "call Skogsberg")
    talked("log", "anna", "red: closing – no next step", "--on", "2026-11-23")
    Path("sent.txt").write_text(quoted(mail), "utf-8")
    said = talked.refused("recap", "anna", "--verify", "sent.txt", status=1).out
    assert "coach recap anna-berg --sent --verify sent.txt" in said
    broken = mail.replace("Tue 1 Dec", "Tue 8 Dec")
    said = talked.refused("recap", "anna", "--sent", "--verify", "-", stdin=broken, status=1).out
    assert "not that of these lines" in said
    assert "Kept as it was sent on Mon 23 Nov." in talked("recap", "anna", "--sent", "--verify", "sent.txt").out
    assert talked("recap", "anna", "--verify", "-", stdin=mail).out.startswith("As sent on Mon 23 Nov.")
    assert "Sent on Mon 23 Nov" in talked("recap", "anna", "--sent", "--verify", "sent.txt").out
    assert talked.text().count("[[recap]]") == 1


def test_what_was_sent_is_agreed_where_she_says_so(talked: Any) -> None:
    """In the mail itself, in an answer that was kept, or by the same promises in her own words."""
    talked("done", "introduce anna")
    mail = mailed(talked)
    talked("recap", "anna", "--sent")
    here = talked("recap", "anna", "--verify", "-", stdin=f"Det stämmer!\n\n{quoted(mail)}\nAnna\n")
    assert (here.status, "and agreed: Anna says so here." in here.out) == (0, True)
    for said in ("Hej! Tack så mycket. Ja, stämmer bra.", "Hei, takk! Helt enig.", "OK, ok, looks good"):
        assert "and agreed" in talked("recap", "anna", "--verify", "-", stdin=f"{said}\n\n{quoted(mail)}").out, said
    for said in ("Tack!", "Bra, tak", "Ja, men inte den 3 dec", "Stemmer ikke", "Ja, stämmer, och Bo ringer"):
        assert "agreed" not in talked("recap", "anna", "--verify", "-", stdin=f"{said}\n\n{quoted(mail)}").out, said
    for answer in (
        f"Stämmer.\n\n{quoted(mail)}",
        """What will you do, and by when?\ncall Skogsberg first, by 1 dec\n
        What will I do, and by when?\nyou introduce me at Nordbygg""",
    ):
        talked("ask", "anna", "recap", "--from", "-", stdin=answer)
        ran = talked("recap", "anna", "--verify", "-", stdin=mail)
        assert "and agreed: Anna confirmed it on Mon 23 Nov." in ran.out, answer
        talked("undo")
        assert "agreed" not in talked("recap", "anna", "--verify", "-", stdin=mail).out


def test_what_she_took_with_her_is_laid_beside(talked: Any) -> None:
    """Where you agree, by which days, and what was not found with the other; the rest in her words."""
    talked("ask", "anna", "recap")
    talked(
        *("ask", "anna", "--from", "-"),
        stdin="> What will you do, and by when?\nRing Skogsberg first senast 3 dec\nBook Järnvik by 4 dec\n"
        "> What will I do, and by when?\nnothing\n> What was the most important thing we said?\nCount to five.\n",
    )
    ran = talked("recap", "anna", "--json")
    assert [(one["code"], one["by"], one["text"]) for one in ran.json["both"]] == [
        ("days", "seller", "call Skogsberg first"), ("mine", "me", "introduce her at Nordbygg"),
        ("hers", "seller", "Book Järnvik"),
    ]  # fmt: skip
    for line in (
        "With both of you, by different days: call Skogsberg first, with you by Tue 1 Dec, with Anna by Thu 3 Dec",
        "With Anna, not found with you: Book Järnvik, by Fri 4 Dec", "Anna wrote on Mon 23 Nov: “Count to five.”",
    ):  # fmt: skip
        assert line in ran.err


def test_what_she_adds_to_a_promise_of_both_is_not_swallowed(talked: Any) -> None:
    """Half of a line that both have is no agreement to the other half; the same in a few more words is."""
    talked("done", "introduce anna")
    mail = mailed(talked)
    talked("recap", "anna", "--sent")
    for hers, more in (("call Skogsberg first, and send Bo the price list", 1), ("I will call Skogsberg first", 0)):
        answer = f"What will you do, and by when?\n{hers}\nWhat will I do, and by when?\nintroduce me at Nordbygg"
        talked("ask", "anna", "recap", "--from", "-", stdin=answer)
        assert talked("recap", "anna").err.count(f"Anna wrote more than you have of it: {hers}") == more
        agreed = "and agreed" in talked("recap", "anna", "--verify", "-", stdin=mail).out
        assert agreed is not bool(more), hers
        talked("undo")


def test_a_page_is_known_as_what_can_be_read_on_it(talked: Any) -> None:
    """The one that coach writes, once it is noted as sent, and as it is where a line was changed."""
    talked("recap", "anna", "-o", "mail.html")
    page = Path("mail.html").read_text("utf-8")
    talked("recap", "anna", "--sent")
    assert talked("recap", "anna", "--verify", "mail.html").out == "As sent on Mon 23 Nov.\n"
    Path("mail.html").write_text(page.replace("Nordbygg", "Skog", 1), "utf-8")
    ran = talked("recap", "anna", "--verify", "mail.html")
    assert (ran.status, "Skog" in ran.out) == (1, True)


def test_her_correction_is_kept_beside_what_was_sent(talked: Any) -> None:
    """Her words alone, not what she quotes of it; shown with the day, and that it came after."""
    mail = mailed(talked)
    talked("recap", "anna", "--sent")
    Path("answer.txt").write_text(f"It was three answers, not two.\n\n{quoted(mail)}\n", "utf-8")
    assert "coach ask anna-berg recap --from answer.txt" in talked("recap", "anna", "--verify", "answer.txt").err
    talked("ask", "anna", "recap", "--from", "answer.txt", "--today", "2026-11-24")
    (answer,) = talked("show", "anna", "--kind", "answer", "--json").json["records"]
    assert answer["text"] == "It was three answers, not two."
    said = "Anna wrote on Tue 24 Nov, after you sent it: “It was three answers, not two.”"
    assert said in talked("recap", "anna", "--today", "2026-11-24").err
