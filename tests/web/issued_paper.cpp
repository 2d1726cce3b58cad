#include "web/handlers/issued_paper.hpp"

#include "tests/web/page_text.hpp"
#include "tests/web/public_house.hpp"

#include <boost/test/unit_test.hpp>

// The paper that the public is given of a decision, as the head attaches it.

namespace {

constexpr char const* signing = "publication.text_signed";

/// A decided matter whose text the head signs, with papers to attach.
struct decided_matter {
    tests::public_house house;
    tests::told_decision on;

    decided_matter() : on(house.tell("河涌整治方案", {}, "party_report.answered"))
    {
        house.gets_a_head(on.last);
    }

    /// What the head is answered who attaches a paper of that kind and name.
    tests::public_reply attaches(std::string const& media_type, std::string const& name)
    {
        auto const stored = house.documents().put("正式文件：" + media_type);
        adapters::soci::accounts people(house.record());
        people.note_document(stored.hash, stored.size, media_type, name, {1}, house.clock);
        auto const seat = house.sign_in("mayor");
        auto const page = house.get(on.home(), seat.headers + house.html).body;
        auto const form = page.find(std::string("name=\"kind\" value=\"") + signing + "\"");
        BOOST_TEST_REQUIRE(form != std::string::npos);
        return house.post(on.home() + "/acts",
                          {{"csrf", seat.csrf},
                           {"kind", signing},
                           {"act_id", tests::hidden(page, "act_id", form)},
                           {"seen", tests::hidden(page, "seen", form)},
                           {"f.final_text.hash", tests::hidden(page, "f.final_text.hash", form)},
                           {"f.final_text.name", tests::hidden(page, "f.final_text.name", form)},
                           {"f.issued_paper.hash", stored.hash},
                           {"f.issued_paper.name", name},
                           {"f.signed_by", "新区长"},
                           {"f.signed_on", engine::to_text(engine::legal_day(house.clock))},
                           {"f.document_number", "高府〔2026〕9号"}},
                          seat.headers + house.html);
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(issued_paper)

BOOST_AUTO_TEST_CASE(what_the_public_is_given_is_pdf_or_docx_by_its_content)
{
    decided_matter matter;
    // called a PDF
    auto const text = matter.attaches("text/plain", "正式.pdf");
    BOOST_TEST(text.status == 400);
    BOOST_TEST(text.says("正式文件应为PDF或者DOCX，所附文件按其内容是TXT。"));
    BOOST_TEST(matter.attaches("application/pdf", "正式.pdf").status == 303);
}

BOOST_AUTO_TEST_CASE(an_act_without_such_a_paper_is_not_asked)
{
    BOOST_TEST(!web::handlers::brings_issued_paper({{"final_text", "x"}}));
    BOOST_TEST(web::handlers::brings_issued_paper({{"issued_paper", nullptr}}));
}

BOOST_AUTO_TEST_SUITE_END()
