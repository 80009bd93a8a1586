def test_pages(marcus, world):
    world.go_to("2026-10-20 09:36")
    marcus.sign_in("marcus@willow-court.example")
    for p in ("", "people", "handover", "tablets", "texts-from-nobody", f"people/{world.cast.dev}", f"people/{world.cast.dev}/said", f"people/{world.cast.dev}/texts"):
        print(p, len(marcus.see(f"/staff/{p}")))
