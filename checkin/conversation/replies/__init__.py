"""What people's words mean: closed answers where that is certain, own words where not.

Two doors: `on_a_journey.hear` for a text on a travel day, `understanding.understand` for a reply to
a question. Both keep to one order, and the first that holds is the meaning:

1. what a phone writes by itself is set aside (`by_the_phone`): reactions that quote us, signatures
2. the secret word (`secret_word`), then help, not OK, danger (`cries`), whatever else is said
3. a machine's answer is no answer (`by_the_phone`)
4. stop and start (`ways_out`), then asking for a person (`asking_for_a_person`)
5. on a journey: not going, LATE, PLACE, OK (`plans_for_today`, `lateness`, `all_is_ok`)
   at a question: a way out, a number, the words of a choice (`ways_out`, `numbers_heard`, `in_words`)
6. everything else is a person's own words, and a person reads them

The words themselves stand in `flows/words/en-GB/`, and come in as a `Language`.
"""
