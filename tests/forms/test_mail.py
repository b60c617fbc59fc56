from salescoach.forms.rules.mail import MailWords, text_of, unpacked
from salescoach.journal.templates import Templates

MAIL = MailWords(*Templates(None, "en").tables("mail"))


def test_the_text_of_a_file_is_read_in_any_usual_encoding() -> None:
    """What is no text, or too long for an answer, is none."""
    cases: list[tuple[bytes, str | None]] = [
        ("Åsa å".encode(), "Åsa å"), (b"\xef\xbb\xbfhej", "hej"), ("Åsa".encode("cp1252"), "Åsa"),
        ("Åsa".encode("utf-16"), "Åsa"), (b"PK\x03\x04 a document", None), (b"%PDF-1.7", None), (b"{\\rtf1}", None),
        (b"a\0b", None), (b"\xff\xfeN", None), (b"<!DOCTYPE html>\n<html><body>It was fine</body></html>", None),
        (b"\xef\xbb\xbf \n<!-- saved\nfrom --> <!-- b -->\n<HTML>", None),
        (b"<div dir='ltr'>It was fine</div>", None), (b"<?xml version='1.0'?><html/>", None),
        (b"From: Eva\r\nContent-Transfer-Encoding: base64\r\n\r\nSXQgd2Fz", None),
        (b"From: Eva\ncontent-transfer-encoding: quoted-printable\n\nIt=20was", None),
        (b"From: Eva\nContent-Type: multipart/alternative; boundary=x\n\n--x", None),
        (
            b"From: Eva\nContent-Type: text/plain\nContent-Transfer-Encoding: 8bit\n\nIt was",
            "From: Eva\nContent-Type: text/plain\nContent-Transfer-Encoding: 8bit\n\nIt was",
        ),
        (b"<3 the plan; our <html> page helped", "<3 the plan; our <html> page helped"),
        (
            b"<pricing> was hard; the content-type: base64 as well",
            "<pricing> was hard; the content-type: base64 as well",
        ),
        (b"x" * 250_001, None), (b"", ""),
    ]  # fmt: skip
    for data, text in cases:
        assert text_of(data) == text, data


def test_marks_of_quoting_and_odd_blanks_are_taken_away() -> None:
    """What was written is left as it was; a signature ends where what is quoted begins."""
    cases = [
        ("> a\n>> b\n> > c\n| d\n  > e", "a\nb\nc\nd\ne"), ("a\r\nb\rc\u2028d\x0be", "a\nb\nc\nd\ne"),
        ("a\u00a0b\tc", "a b c"), ("so\u00adft \ufeffx\u200b", "soft x"), ("a\u030a", "å"),
        ("5 > 3\n3 | 4", "5 > 3\n3 | 4"), ("a\n-- \nKarin\n> the form", "a\n\nthe form"),
    ]  # fmt: skip
    for typed, text in cases:
        assert unpacked(typed, MAIL).text == text, typed


def test_what_only_the_mail_needed_is_left_out_and_said() -> None:
    """Headings, who wrote when, signatures: each line with a word in it is named."""
    cases = [
        "From: Eva Lund\nSent: Monday\nTo: Karin\nSubject: Anna",
        "> *Från:* Eva\n> *Skickat:* den 23 november\n> *Ämne:* Anna", "Fra: Eva\nDato: mandag",
        "-----Original Message-----", "________________________________",
        "On Mon, 23 Nov 2026 at 10:02, Eva Lund <eva@firm.se> wrote:",
        "On Mon, 23 Nov 2026 at 10:02, Eva Lund <eva@firm.se>\nwrote:",
        "Den mån 23 nov. 2026 kl 10:02 skrev Eva Lund <eva@firm.se>:", "-- \nKarin Ek\n+46 70 1234567",
        "man. 23. nov. 2026 kl. 10:02 skrev Eva Lund <eva@firm.no>:", "> 3 dec. 2026 kl. 08:40 skrev Eva Lund:",
        "mandag 23. november 2026 skrev Eva Lund <\neva@firm.no>:", "23. nov. 2026 kl. 10.02 skrev Eva <e@f.dk>:",
        "Eva Lund <eva@firm.no> skrev 23.11.2026 10:02:", "Eva Lund skrev den 2026-11-23 kl. 10:02:",
        "/Karin", "> //Karin Ek", "/ K", "Kh Karin", "Mvh Karin Ek | Firma AS | +47 22 00 00",
        "Hilsen Karin Ek · Firma", "Med venlig hilsen / Best regards\nKarin Ek",
        "Vänliga hälsningar | Kind regards\nKarin",
        "Best regards,\nKarin Ek\nSales", "Med vänlig hälsning\nKarin", "Mvh Karin", "Mvh,\nKarin",
        "Sent from my iPhone", "> Skickat från min Galaxy S24", "Sendt fra min iPhone", "Get Outlook for Android",
    ]  # fmt: skip
    for typed in cases:
        mail = unpacked(f"the answer\n{typed}\n\nmore", MAIL)
        assert mail.text.split() == ["the", "answer", "more"], typed
        lines = [line.removeprefix("> ").strip() for line in typed.split("\n")]
        assert list(mail.left_out) == [line for line in lines if any(map(str.isalnum, line))], typed


def test_what_only_looks_like_mail_is_kept() -> None:
    """One line that begins like a heading may be what somebody wrote."""
    cases = [
        "From: my desk to the phone.", "To be honest: more lunch", "We met on 3 November and I wrote: great",
        "Best of all was the lunch.\nAnd Karin.",
        "Best regards,\nwhich is what he always says to everybody here\nand more", "Regards\n2. more",
        "I december 2026 skrev jag 3 offerter:", "3 kunder i 2026 skrev til mig: tak", "Jag skrev 20 brev:",
        "/ikke endnu", "/ one of two", "Kunden skrev 2 ganger: nei", "Mvh er ikke nok | skriv mer om det",
        "Thanks to Karin", "Sent from my desk to the warehouse without a word", "Sent from head office", "a - b",
        "--- a",
    ]  # fmt: skip
    for typed in cases:
        assert unpacked(typed, MAIL).text == typed, typed
        assert unpacked(typed, MAIL).left_out == (), typed


def test_words_of_ones_own_are_known_beside_those_that_are_shipped() -> None:
    """A language more, and none at all where a table lacks them."""
    own = MailWords({"farewell": {"comma": ["moikka"]}}, *Templates(None, "en").tables("mail"))
    assert unpacked("a\nMoikka,\nEetu", own).left_out == ("Moikka,", "Eetu")
    assert unpacked("a\nCheers,\nEetu", own).left_out == ("Cheers,", "Eetu")
    assert unpacked("a\nCheers,\nEetu", MailWords({})).text == "a\nCheers,\nEetu"
