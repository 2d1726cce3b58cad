#include "adapters/soci/document_levels.hpp"
#include "tests/adapters/record_context.hpp"

// The acts of a page of a list are read together.

using namespace adapters::soci;
using engine::clearance;
using engine::confidentiality;
using tests::admit;

namespace {

struct context : tests::fresh_record {
    clerk taking{db, law.law()};
    reader looking{db, clearance::of_the_record()};

    engine::case_id open(std::string const& name)
    {
        return admit(taking, tests::opening_of(name)).what.on;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(reader_acts_test, context)

BOOST_AUTO_TEST_CASE(acts_of_many_cases_are_read_at_once_and_none_is_missing)
{
    std::vector<act_place> places;
    for (int i = 0; i < 250; ++i)
        places.push_back({open("dam " + std::to_string(i)), 1});
    auto const found = looking.find_acts(places);
    BOOST_TEST(found.size() == places.size());
    for (auto const& one : {places.front(), places[199], places[200], places.back()})
        BOOST_TEST(found.at(one).act_id == looking.find_act(one.on, one.seq)->act_id);
    BOOST_TEST(looking.find_acts({}).empty());
}

BOOST_AUTO_TEST_CASE(what_is_not_there_is_left_out)
{
    auto const dam = open("dam");
    auto const bridge = open("bridge");
    admit(taking, tests::note_on(bridge, "n1"));
    auto const found = looking.find_acts({{dam, 2}, {bridge, 2}, {{4711}, 1}});
    BOOST_TEST(found.size() == 1u);
    BOOST_TEST(found.contains({bridge, 2}));
    reader of_public(db, clearance(confidentiality::open));
    BOOST_TEST(of_public.find_acts({{bridge, 1}, {bridge, 2}}).empty());
}

BOOST_AUTO_TEST_CASE(a_document_that_is_withheld_is_not_named_and_its_case_alone_is_touched)
{
    auto const annex = documents.put("the annex");
    accounts(db).note_document(annex.hash, annex.size, "text/plain", "annex.txt", {1},
                               tests::at("2024-03-01T00:00:00.000Z"));
    auto const dam = open("dam");
    auto const bridge = open("bridge");
    admit(taking, tests::note_with(dam, "n1",
                                   {annex.hash, "blasting points.txt", confidentiality::secret}));
    admit(taking, tests::note_on(bridge, "n2"));
    reader internal(db, clearance(confidentiality::internal, {5}));
    auto const found = internal.find_acts({{dam, 2}, {bridge, 2}});
    BOOST_TEST(
        is_withheld(std::string(found.at({dam, 2}).body.at("paper").at("hash").as_string())));
    BOOST_TEST(found.at({bridge, 2}).act_id == "n2");
    reader secret(db, clearance(confidentiality::secret, {6}));
    BOOST_TEST(secret.find_acts({{dam, 2}}).at({dam, 2}).body.at("paper").at("hash").as_string() ==
               annex.hash);
}

BOOST_AUTO_TEST_SUITE_END()
