#include "engine/chain.hpp"

#include <boost/test/unit_test.hpp>

using namespace engine;

namespace {

case_line const line{
    {7}, "JC2024-0007", "sample/1", "cn", parse_instant("2024-01-02T00:00:00.000Z").value()};

std::vector<act> three_acts()
{
    std::vector<act> acts;
    auto previous = sha256(sealed_text(line));
    for (long long seq = 1; seq <= 3; ++seq) {
        act one{.on = line.id,
                .seq = seq,
                .act_id = "a" + std::to_string(seq),
                .kind = "sample.done",
                .body = {{"number", seq}},
                .by = {{1}, "甲", "reviewer", "justice", {}},
                .entered_at = line.opened_at,
                .previous_hash = {},
                .hash = {}};
        seal(one, previous);
        previous = one.hash;
        acts.push_back(std::move(one));
    }
    return acts;
}

} // namespace

BOOST_AUTO_TEST_SUITE(chain_test)

BOOST_AUTO_TEST_CASE(the_digest_is_that_of_the_standard)
{
    // FIPS 180-4, the examples for "abc" and the empty message.
    BOOST_TEST(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    BOOST_TEST(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

BOOST_AUTO_TEST_CASE(a_sound_chain_holds)
{
    BOOST_TEST(first_break(line, three_acts()) == 0);
    BOOST_TEST(first_break(line, {}) == 0);
}

BOOST_AUTO_TEST_CASE(any_change_of_an_act_breaks_the_chain_there)
{
    void (*const changes[])(act&) = {
        [](act& a) { a.body["number"] = 9; },
        [](act& a) { a.kind = "sample.other"; },
        [](act& a) { a.by.name = "乙"; },
        [](act& a) { a.by.role = "head_of_government"; },
        [](act& a) { a.by.on_behalf_of = "丙"; },
        [](act& a) { a.entered_at += std::chrono::milliseconds(1); },
        [](act& a) { a.origin = entered_by_import; },
        [](act& a) { a.act_id += "x"; },
        [](act& a) { a.hash[0] = a.hash[0] == '0' ? '1' : '0'; },
        [](act& a) { a.seq = 5; },
    };
    for (auto const change : changes) {
        auto acts = three_acts();
        change(acts[1]);
        BOOST_TEST(first_break(line, acts) == 2);
    }
}

BOOST_AUTO_TEST_CASE(a_removed_act_or_another_opening_line_breaks_the_chain)
{
    auto acts = three_acts();
    acts.erase(acts.begin());
    BOOST_TEST(first_break(line, acts) == 1);
    auto other = line;
    other.number = "JC2024-0008";
    BOOST_TEST(first_break(other, three_acts()) == 1);
}

BOOST_AUTO_TEST_SUITE_END()
