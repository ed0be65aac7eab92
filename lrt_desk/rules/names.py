"""Names of people as Dutch letters and lists write them."""

from lrt_desk.model.people import Person


def full_surname(person: Person) -> str:
    """Join particle and surname as after a first name or initials: van der Maat."""
    return f"{person.particle} {person.surname}".strip()


def formal(person: Person) -> str:
    """Write a person as minutes list them: Dhr. Van der Maat, or C. van der Maat.

    After a salutation the particle is capitalised; after initials it is not.
    """
    surname = full_surname(person)
    if person.salutation:
        return f"{person.salutation} {surname[:1].upper()}{surname[1:]}"
    first = person.initials or person.given_name
    return f"{first} {surname}" if first else f"{surname[:1].upper()}{surname[1:]}"


def informal(person: Person) -> str:
    """Write a person as calendars and screens do: Caroline van der Maat, or C. van der Maat."""
    first = person.given_name or person.initials or person.salutation
    return (
        formal(person)
        if not first or first == person.salutation
        else (f"{first} {full_surname(person)}")
    )


def sort_key(person: Person) -> tuple[str, str, str]:
    """Order people without their particle: Maat, van der."""
    return (person.surname.casefold(), person.particle.casefold(), person.initials.casefold())
