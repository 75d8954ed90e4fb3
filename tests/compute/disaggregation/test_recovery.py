from indh_me.compute.disaggregation.recovery import recovered, together

ROWS = [{0: 1, 1: 1}, {1: 1, 2: 1}, {0: 1, 2: 1}]


def test_lone_unknown() -> None:
    """One unknown in a sum follows from the rest; two do not."""
    total = {0: -1, 1: 1, 2: 1}

    assert {0} == recovered([total], [0])
    assert set() == recovered([total], [0, 1])
    assert set() == recovered([total], [])


def test_equations_together() -> None:
    """Three sums of two out of three unknowns give all three, any two of them none."""
    assert {0, 1, 2} == recovered(ROWS, [0, 1, 2])
    assert set() == recovered(ROWS[:2], [0, 1, 2])


def test_one_equation_twice() -> None:
    """Saying the same twice tells no more."""
    assert set() == recovered([ROWS[0], ROWS[0]], [0, 1])


def test_equation_that_tells_nothing() -> None:
    """What an equation says twice does not hide what a later one says."""
    assert {2} == recovered([ROWS[0], ROWS[0], {2: 1, 3: 1}], [0, 1, 2])


def test_part_of_the_unknown() -> None:
    """A figure can follow while others of the same sums stay open."""
    equations = [{0: 1, 1: 1, 2: 1}, {1: 1, 2: 1}, {2: 1, 3: 1}]

    assert {0} == recovered(equations, [0, 1, 2, 3])


def test_sets_that_share_equations() -> None:
    """Figures hang together through equations, over any number of steps."""
    equations = [{0: 1, 1: 1}, {2: 1, 3: 1}, {3: 1, 4: 1, 9: 1}, {5: 1}]

    assert [{0, 1}, {2, 3, 4}] == together(equations, [0, 1, 2, 3, 4, 5])
