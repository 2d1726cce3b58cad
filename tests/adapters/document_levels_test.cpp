#include "adapters/soci/document_levels.hpp"
#include "adapters/soci/rebuild.hpp"
#include "adapters/soci/verify.hpp"
#include "tests/adapters/record_context.hpp"

// Documents that are more secret than their case (JC-8).

using namespace adapters::soci;
using engine::clearance;
using engine::confidentiality;
using tests::admit;

namespace {

struct context : tests::fresh_record {
    adapters::documents::stored_document annex = documents.put("the annex");
    clerk taking{db, law.law()};
    engine::case_id on;
    // who sees all of a level
    reader internal{db, clearance(confidentiality::internal, {5})};
    reader secret{db, clearance(confidentiality::secret, {6})};

    context()
    {
        accounts(db).note_document(annex.hash, annex.size, "text/plain", "annex.txt", {1},
                                   tests::at("2024-03-01T00:00:00.000Z"));
        on = admit(taking, tests::opening_of("dam")).what.on;
    }

    engine::submission naming(std::string const& act_id, std::optional<confidentiality> level,
                              std::string const& name = "blasting points.txt")
    {
        return tests::note_with(on, act_id, {annex.hash, name, level});
    }
    /// The same by somebody who may see so far.
    engine::submission naming(std::string const& act_id, std::optional<confidentiality> level,
                              confidentiality up_to)
    {
        auto wish = naming(act_id, level);
        wish.seeing = clearance(up_to, {1});
        return wish;
    }

    static std::string rules_of(outcome const& answer)
    {
        auto const* ruling = std::get_if<engine::ruling>(&answer);
        auto const* refused = ruling ? std::get_if<engine::refused>(ruling) : nullptr;
        std::string rules;
        if (refused)
            for (auto const& one : refused->grounds)
                rules += (rules.empty() ? "" : " ") + one.rule;
        return rules;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(document_levels_test, context)

BOOST_AUTO_TEST_CASE(a_secret_document_of_an_internal_case_is_not_there_for_others)
{
    admit(taking, naming("n1", confidentiality::secret));
    BOOST_TEST(internal.find_case(on).has_value());
    BOOST_TEST(!internal.find_document(annex.hash).has_value());
    BOOST_TEST(internal.uses_of(annex.hash).empty());
    BOOST_TEST(secret.find_document(annex.hash).has_value());
    BOOST_TEST(secret.uses_of(annex.hash).size() == 1u);
}

BOOST_AUTO_TEST_CASE(its_acts_hold_neither_its_name_nor_its_hash)
{
    admit(taking, naming("n1", confidentiality::secret));
    auto const whole = internal.read_case(on).value();
    BOOST_TEST(whole.broken_at == 0);
    for (auto const& act : {whole.acts.back(), internal.acts_of(on).back(),
                            internal.find_act(on, 2).value(), internal.find_act("n1").value()}) {
        auto const told = engine::canonical(act.body);
        BOOST_TEST(told.find("blasting") == std::string::npos, told);
        BOOST_TEST(told.find(annex.hash) == std::string::npos, told);
        BOOST_TEST(is_withheld(std::string(act.body.at("paper").at("hash").as_string())));
        BOOST_TEST(act.body.at("paper").at("level").as_string() == "secret");
    }
    BOOST_TEST(secret.find_act(on, 2)->body.at("paper").at("hash").as_string() == annex.hash);
}

BOOST_AUTO_TEST_CASE(a_search_does_not_find_its_name)
{
    admit(taking, naming("n1", confidentiality::secret));
    BOOST_TEST(internal.search("blasting points", {}, 10).rows.empty());
    BOOST_TEST(secret.search("blasting points", {}, 10).rows.size() == 1u);
    BOOST_TEST(internal.search("noted", {}, 10).rows.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_level_holds_wherever_the_case_names_the_document_until_another_is_said)
{
    admit(taking, naming("n1", std::nullopt));
    BOOST_TEST(internal.find_document(annex.hash).has_value());
    admit(taking, naming("n2", confidentiality::secret));
    BOOST_TEST(!internal.find_document(annex.hash).has_value());
    BOOST_TEST(internal.search("blasting points", {}, 10).rows.empty());
    admit(taking, naming("n3", std::nullopt));
    BOOST_TEST(!internal.find_document(annex.hash).has_value());
    BOOST_TEST(is_withheld(
        std::string(internal.find_act(on, 2)->body.at("paper").at("hash").as_string())));
    admit(taking, naming("n4", confidentiality::open));
    BOOST_TEST(internal.find_document(annex.hash).has_value());
    BOOST_TEST(internal.search("blasting points", {}, 10).rows.size() == 4u);
}

BOOST_AUTO_TEST_CASE(a_level_is_none_of_another_case)
{
    admit(taking, naming("n1", confidentiality::secret));
    auto const other = admit(taking, tests::opening_of("bridge")).what.on;
    admit(taking, tests::note_with(other, "n2", {annex.hash, "plain.txt"}));
    BOOST_TEST(internal.find_document(annex.hash).has_value());
    BOOST_TEST(internal.uses_of(annex.hash).size() == 1u);
    BOOST_TEST((internal.uses_of(annex.hash).front().on == other));
    BOOST_TEST(internal.search("blasting points", {}, 10).rows.empty());
}

BOOST_AUTO_TEST_CASE(an_internal_document_of_an_open_case_is_nothing_for_the_public)
{
    admit(taking, naming("n1", confidentiality::internal));
    admit(taking, tests::note_on(on, "n2", tests::made_open));
    reader of_public(db, clearance(confidentiality::open));
    BOOST_TEST(of_public.find_case(on).has_value());
    BOOST_TEST(!of_public.find_document(annex.hash).has_value());
    BOOST_TEST(internal.find_document(annex.hash).has_value());
}

BOOST_AUTO_TEST_CASE(who_needs_to_know_sees_it_and_others_of_the_same_clearance_do_not)
{
    admit(taking, naming("n1", confidentiality::secret));
    auto const seen_by = [&](engine::actor const& who) {
        reader of(db, clearance::by_part(confidentiality::secret, who));
        return of.find_case(on).has_value() && of.find_document(annex.hash).has_value();
    };
    BOOST_TEST(seen_by({{9}, "同事", "sponsor_clerk", "water", {}, {}}));
    BOOST_TEST(!seen_by({{9}, "外人", "reviewer", "justice", {}, {}}));
}

BOOST_AUTO_TEST_CASE(nobody_says_a_level_above_their_own_or_of_a_document_they_may_not_see)
{
    auto const by_low = confidentiality::internal;
    BOOST_TEST(rules_of(tests::ask(taking, naming("n1", confidentiality::secret, by_low))) ==
               "JC-8");
    admit(taking, naming("n2", confidentiality::internal, by_low));
    admit(taking, naming("n3", confidentiality::secret));
    BOOST_TEST(rules_of(tests::ask(taking, naming("n4", confidentiality::open, by_low))) == "JC-8");
    BOOST_TEST(!internal.find_document(annex.hash).has_value());
    // who says nothing of its level changes nothing
    admit(taking, naming("n5", std::nullopt, by_low));
    BOOST_TEST(!internal.find_document(annex.hash).has_value());
}

BOOST_AUTO_TEST_CASE(levels_are_proven_and_rebuilt)
{
    admit(taking, naming("n1", confidentiality::secret));
    BOOST_TEST(verify(db, law.law(), documents).clean());
    tamper("delete from document_level");
    BOOST_TEST(!verify(db, law.law(), documents).clean());
    rebuild(db, law.law());
    BOOST_TEST(verify(db, law.law(), documents).clean());
    BOOST_TEST(!internal.find_document(annex.hash).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
