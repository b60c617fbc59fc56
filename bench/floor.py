"""The floor: the smallest real program on the libraries of coach, which its own times are measured against."""

from typing import Annotated

import toml_rs
import typer
from pydantic import BaseModel
from rich.console import Console
from rich.table import Table


class Seller(BaseModel):
    """The one model."""

    name: str


app = typer.Typer()


@app.command()
def greet(name: Annotated[str, typer.Argument(help="Who.")]) -> None:
    """Read one line, validate it, print it in a table."""
    seller = Seller.model_validate(toml_rs.loads(f'name = "{name}"', toml_version="1.0.0"))
    table = Table("Name")
    table.add_row(seller.name)
    Console().print(table)


if __name__ == "__main__":
    app()
