# Words used everywhere on the screens.

not-recorded = not recorded
age-years = { $n } y
age-years-range = { $low }–{ $high } y
days-ago = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
days-ahead = in { $n ->
    [one] { $n } day
   *[other] { $n } days
}
born = born { $date }
deceased = DECEASED
allergies = Allergies
