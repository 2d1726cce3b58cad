#include "engine/confidentiality.hpp"

#include <boost/test/unit_test.hpp>

// The level that an act says of a document.

namespace {

using engine::confidentiality;
using engine::document_ref;

struct filing {
    document_ref draft;
    std::vector<document_ref> materials;
};
BOOST_DESCRIBE_STRUCT(filing, (), (draft, materials))

std::string const hash = std::string(64, 'a');

boost::json::object document(std::string const& name)
{
    return {{"hash", hash}, {"name", name}};
}
boost::json::object document(std::string const& name, std::string const& level)
{
    auto made = document(name);
    made["level"] = level;
    return made;
}

std::vector<std::string> faults_of(boost::json::object const& body)
{
    std::vector<engine::field_fault> faults;
    engine::read_body<filing>(body, faults);
    std::vector<std::string> paths;
    for (auto const& one : faults)
        paths.push_back(one.path);
    return paths;
}

} // namespace

BOOST_AUTO_TEST_SUITE(document_level_test)

BOOST_AUTO_TEST_CASE(a_document_says_its_level_or_is_as_wide_as_its_case)
{
    boost::json::object const body{
        {"draft", document("草案")},
        {"materials", boost::json::array{document("附件", "secret"), document("附图", "open")}}};
    std::vector<engine::field_fault> faults;
    auto const read = engine::read_body<filing>(body, faults);
    BOOST_TEST(faults.empty());
    BOOST_TEST(!read.draft.level);
    BOOST_TEST((read.materials[0].level == confidentiality::secret));
    BOOST_TEST((read.materials[1].level == confidentiality::open));
    auto const found = engine::documents_in(body, engine::fields_of<filing>());
    BOOST_TEST_REQUIRE(found.size() == 3u);
    BOOST_TEST(!found[0].level);
    BOOST_TEST((found[1].level == confidentiality::secret));
    BOOST_TEST(engine::says_level(body, confidentiality::secret));
    BOOST_TEST(!engine::says_level(body, confidentiality::internal));
}

BOOST_AUTO_TEST_CASE(a_level_is_one_of_three)
{
    BOOST_TEST(faults_of({{"draft", document("草案", "internal")}}).empty());
    BOOST_TEST(faults_of({{"draft", document("草案", "top")}}) ==
                   std::vector<std::string>{"draft.level"},
               boost::test_tools::per_element());
    BOOST_TEST(faults_of({{"draft", document("草案", "administration")}}) ==
                   std::vector<std::string>{"draft.level"},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_level_makes_no_other_document)
{
    document_ref const plain{hash, "草案"};
    document_ref const secret{hash, "草案", confidentiality::secret};
    BOOST_TEST((plain == secret));
}

BOOST_AUTO_TEST_CASE(a_body_without_levels_is_hashed_as_it_always_was)
{
    boost::json::object const body{{"draft", document("草案")}};
    BOOST_TEST(engine::canonical(engine::tidy(body, engine::fields_of<filing>())) ==
               R"({"draft":{"hash":")" + hash + R"(","name":"草案"}})");
}

BOOST_AUTO_TEST_SUITE_END()
