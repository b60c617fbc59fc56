"""The table of shapes: which template has which, and where it stands; none is imported for it."""

SCHEMAS: dict[str, str] = {
    "actions": "actions.schema.Actions",
    "agendas/": "talk.schema.Agenda",
    "areas": "expectations.schema.AreaTemplates",
    "areas/": "expectations.schema.AreaTemplate",
    "columns": "journal.shapes.Columns",
    "dates": "journal.shapes.Dates",
    "expectations/": "expectations.schema.Expectations",
    "figures": "figures.schema.Figures",
    "forms/": "forms.schema.FormTemplate",
    "guided": "talk.schema.Guided",
    "levels": "journal.shapes.Levels",
    "mail": "journal.shapes.Marks",
    "marks": "journal.shapes.Marks",
    "mind": "talk.schema.Mind",
    "onboarding/": "onboarding.schema.Plan",
    "probation": "probation.schema.Countries",
    "questions": "talk.schema.Questions",
}
"""The shape of each template, or of all in a `folder/`, and where it stands: with the capability that reads it."""
