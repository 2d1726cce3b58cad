#include "engine/confidentiality.hpp"
#include "engine/part.hpp"
#include "workflows/legal_matter/procedure.hpp"
#include "workflows/normative_document/procedure.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>

// A secret paper of a case that is none (JC-8): who handles the case may know of it (JC-17).

namespace {

engine::act with_paper(bool is_secret)
{
    engine::act made;
    made.kind = "any.act";
    made.by.person = {7};
    boost::json::object paper{{"hash", std::string(64, 'a')}, {"name", "附件"}};
    if (is_secret)
        paper["level"] = "secret";
    made.body = {{"documents", boost::json::array{paper}}};
    return made;
}

template <class Dossier>
engine::case_summary after(bool is_secret)
{
    Dossier file;
    remember(file, with_paper(is_secret));
    return summary(file, {});
}

bool knows(engine::case_summary const& one, std::string const& part)
{
    return std::binary_search(one.known_to.begin(), one.known_to.end(), part);
}

} // namespace

BOOST_AUTO_TEST_SUITE(secret_papers)

BOOST_AUTO_TEST_CASE(a_secret_paper_of_a_normative_document_is_known_to_those_who_handle_it)
{
    using workflows::normative_document::dossier;
    BOOST_TEST(after<dossier>(false).known_to.empty());
    auto const found = after<dossier>(true);
    BOOST_TEST((found.level == engine::confidentiality::internal));
    BOOST_TEST(knows(found, engine::part_of_role("reviewer")));
    BOOST_TEST(knows(found, engine::part_of_role("office_secretary")));
    BOOST_TEST(knows(found, engine::part_of_person({7})));
    BOOST_TEST(!knows(found, engine::part_of_role("deputy_in_charge")));
}

BOOST_AUTO_TEST_CASE(a_secret_paper_of_a_legal_matter_is_known_to_those_who_handle_it)
{
    using workflows::legal_matter::dossier;
    BOOST_TEST(after<dossier>(false).known_to.empty());
    auto const found = after<dossier>(true);
    BOOST_TEST(knows(found, engine::part_of_role("reviewer")));
    BOOST_TEST(knows(found, engine::part_of_person({7})));
    BOOST_TEST(!knows(found, engine::part_of_role("deputy_in_charge")));
}

BOOST_AUTO_TEST_SUITE_END()
