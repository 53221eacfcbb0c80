"""One browser for all tests of a worker; a desk and a seat for each test."""

from __future__ import annotations

import pytest

from tests.support.desk import Desk, Seat, chromium, real_issue


@pytest.fixture(scope="session")
def browser():
    drivers = pytest.importorskip("playwright.sync_api", reason="there is no driver for a browser")
    with drivers.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def desk(tmp_path):
    running = Desk(real_issue(tmp_path))
    yield running
    running.end()


@pytest.fixture
def seat(desk, browser):
    sitting = Seat(desk, browser)
    yield sitting
    sitting.end()
