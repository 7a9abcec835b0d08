"""Whom to call in a country."""

import pytest

from painlog.advice.services import ANYWHERE, SERVICES, services_in
from painlog.advice.warning_signs.actions import filled, overdose


@pytest.mark.parametrize("code", SERVICES)
def test_every_country_has_an_emergency_number_and_the_pages_it_was_read_on(code):
    services = SERVICES[code]
    assert services.emergency.replace(" or ", "").isdigit()
    assert services.sources
    assert all(page.startswith(("https://", "http://")) for page in services.sources)


def test_a_country_is_read_as_people_write_its_code():
    assert services_in(" gb ") == services_in("UK") == SERVICES["GB"]


def test_in_the_netherlands_a_person_calls_their_gp_about_too_much_medicine():
    called = "your GP or, when the practice is closed, the GP out of hours (huisartsen-spoedpost)"
    assert f"Call {called}. Call 112 if you are being sick" in overdose(services_in("NL"))
    assert filled("See a doctor today, or call {advice}.", services_in("NL")).endswith(f"{called}.")


def test_in_the_rest_of_the_european_union_it_is_112():
    assert (services_in("AT").emergency, services_in("AT").crisis) == ("112", "")


@pytest.mark.parametrize("code", ["", "XX", "Germany"])
def test_where_the_country_is_not_known_several_numbers_are_named(code):
    assert services_in(code) == ANYWHERE
    assert all(number in ANYWHERE.emergency for number in ("999", "112", "911"))
