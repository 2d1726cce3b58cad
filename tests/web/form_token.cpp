#include "web/form_token.hpp"

#include <boost/test/unit_test.hpp>

using namespace web;
using namespace std::chrono_literals;

namespace {
engine::instant const now = *engine::parse_instant("2024-04-02T02:00:00.000Z");
std::string const key = "a key of this record";
} // namespace

BOOST_AUTO_TEST_SUITE(form_token_test)

BOOST_AUTO_TEST_CASE(a_token_tells_its_id_after_a_few_seconds)
{
    auto const token = seal_form(key, "opinion 7", {"abc", now});
    BOOST_TEST((read_form_token(key, "opinion 7", token, now).is == token_state::too_quick));
    BOOST_TEST((read_form_token(key, "opinion 7", token, now + 2s).is == token_state::too_quick));
    auto const good = read_form_token(key, "opinion 7", token, now + 3s);
    BOOST_TEST((good.is == token_state::good));
    BOOST_TEST(good.what.id == "abc");
    BOOST_TEST((good.what.made == now));
    auto const old = read_form_token(key, "opinion 7", token, now + 25h);
    BOOST_TEST((old.is == token_state::too_old));
    BOOST_TEST(old.what.id == "abc");
}

BOOST_AUTO_TEST_CASE(a_token_is_for_one_form_on_one_matter_of_one_record)
{
    auto const token = seal_form(key, "opinion 7", {"abc", now});
    auto const later = now + 1min;
    BOOST_TEST((read_form_token(key, "opinion 8", token, later).is == token_state::wrong));
    BOOST_TEST((read_form_token(key, "application 7", token, later).is == token_state::wrong));
    BOOST_TEST((read_form_token("other", "opinion 7", token, later).is == token_state::wrong));
}

BOOST_AUTO_TEST_CASE(a_changed_token_is_no_token)
{
    auto const token = seal_form(key, "opinion 7", {"abc", now});
    auto const later = now + 1min;
    for (std::size_t i = 0; i < token.size(); ++i) {
        auto changed = token;
        changed[i] = changed[i] == '1' ? '2' : '1';
        BOOST_TEST((read_form_token(key, "opinion 7", changed, later).is == token_state::wrong),
                   changed);
    }
    for (auto const* bad : {"", ".", "..", "abc", "abc.1", ".1.2", "abc.x.y"})
        BOOST_TEST((read_form_token(key, "opinion 7", bad, later).is == token_state::wrong), bad);
    BOOST_TEST((read_form_token(key, "opinion 7", std::string(100'000, '.'), later).is ==
                token_state::wrong));
}

BOOST_AUTO_TEST_SUITE_END()
