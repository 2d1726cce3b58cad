#include "adapters/office/paper_forms.hpp"
#include "tests/adapters/made_archive.hpp"
#include "tests/adapters/record_context.hpp"

#include <algorithm>

using namespace adapters::office;

namespace {

struct context {
    tests::scratch_dir dir;

    void write(std::string const& name, std::string const& text) const
    {
        std::filesystem::create_directories(dir / "config/papers");
        tests::write_file(dir / ("config/papers/" + name), text);
    }
    std::string fault() const
    {
        try {
            read_paper_forms(dir.path());
        } catch (std::runtime_error const& e) {
            return e.what();
        }
        return "";
    }
};

paper_form const& form_named(std::vector<paper_form> const& all, std::string const& name)
{
    auto const found =
        std::find_if(all.begin(), all.end(), [&](auto const& one) { return one.name == name; });
    BOOST_TEST_REQUIRE((found != all.end()), name);
    return *found;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(paper_forms_test, context)

BOOST_AUTO_TEST_CASE(the_papers_of_the_house_are_built_in)
{
    auto const all = read_paper_forms(dir.path());
    for (auto const* name : {"approval_form", "comments_notice", "hearing_notice",
                             "legality_opinion", "meeting_minutes", "review_request"})
        form_named(all, name);
    BOOST_TEST(form_named(all, "legality_opinion").kind == "legality_review.concluded");
    BOOST_TEST(form_named(all, "legality_opinion").issued);
    BOOST_TEST(!form_named(all, "approval_form").issued);
}

BOOST_AUTO_TEST_CASE(an_office_replaces_a_paper_and_adds_its_own)
{
    write("legality_opinion.mustache",
          "@form 审查意见\n@issued_by legality_review.concluded\n@title 本机关的式样\n");
    write("receipt.mustache",
          "@form 收件回执\n@needs legality_review.filed\n收到{{case.title}}。\n");
    auto const all = read_paper_forms(dir.path());
    BOOST_TEST(form_named(all, "legality_opinion").title == "审查意见");
    auto const lines = fill_paper(form_named(all, "receipt"),
                                  {{"case", {{"title", "<方案> & \"草案\"\n@sign 甲"}}}});
    BOOST_REQUIRE(lines.size() == 2u);
    BOOST_TEST(lines[0].words == "收到<方案> & \"草案\"");
    BOOST_TEST((lines[1].is == line_sort::paragraph));
}

BOOST_AUTO_TEST_CASE(a_paper_that_cannot_be_used_is_named_at_the_start)
{
    write("bad.mustache", "@form 坏的\n@needs submission.filed\n{{#open}}\n");
    BOOST_TEST(fault().find("papers/bad.mustache") != std::string::npos);
    write("bad.mustache", "@needs submission.filed\n正文");
    BOOST_TEST(fault() == "papers/bad.mustache: needs a line \"@form TITLE\"");
    write("bad.mustache", "@form 坏的\n正文");
    BOOST_TEST(fault().find("@issued_by") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_not_on_file_is_a_blank_line)
{
    auto const all = read_paper_forms(dir.path());
    auto const lines = fill_paper(form_named(all, "review_request"),
                                  {{"blank", "＿＿"},
                                   {"case", {{"title", "方案"}, {"number", "JC2026-0001"}}},
                                   {"legality_review",
                                    {{"filed",
                                      {{"unit_name", "区水务局"},
                                       {"year", "2026"},
                                       {"number", ""},
                                       {"on", "2026年4月2日"},
                                       {"draft", "草案.docx"},
                                       {"procedure_account", "完成。"},
                                       {"legal_basis", boost::json::array()},
                                       {"legal_basis_any", false},
                                       {"materials", boost::json::array()},
                                       {"materials_any", false},
                                       {"own_review_opinion", ""},
                                       {"by", "李四"}}}}}});
    auto const holds = [&](std::string const& words) {
        return std::any_of(lines.begin(), lines.end(),
                           [&](paper_line const& one) { return one.words == words; });
    };
    BOOST_TEST(holds("＿＿〔2026〕＿＿号"));
    BOOST_TEST(holds("＿＿"));
    BOOST_TEST(holds("（联系人：李四　　联系电话：＿＿）"));
}

BOOST_AUTO_TEST_CASE(a_paper_calls_a_document_by_its_name_without_its_ending)
{
    BOOST_TEST(name_on_paper("污水处理费征收方案（草案第2稿）.docx") ==
               "污水处理费征收方案（草案第2稿）");
    BOOST_TEST(name_on_paper("会议纪要.PDF") == "会议纪要");
    BOOST_TEST(name_on_paper("附件.v2.txt") == "附件.v2");
    for (auto const* whole : {"方案", ".docx", "关于2.0版标准的说明", "第1.2", "说明.", "方案.草案",
                              "标准.longending", ""})
        BOOST_TEST(name_on_paper(whole) == whole, whole);
}

BOOST_AUTO_TEST_CASE(the_rows_of_a_list_stand_under_their_choices)
{
    boost::json::array const rows = {{{"name", "甲"}, {"as", "present"}},
                                     {{"name", "乙"}, {"as", "absent"}},
                                     {{"name", "丙"}, {"as", "present"}},
                                     {{"name", "丁"}},
                                     "戊",
                                     {{"as", 5}}};
    auto const found = rows_by_choice(rows, "as", {"present", "excused", "absent"});
    BOOST_TEST_REQUIRE(found.size() == 2u);
    BOOST_TEST(found[0].first == "present");
    BOOST_TEST_REQUIRE(found[0].second.size() == 2u);
    BOOST_TEST(found[0].second[1].at("name").as_string() == "丙");
    BOOST_TEST(found[1].first == "absent");
    BOOST_TEST(rows_by_choice({}, "as", {"present"}).empty());
}

BOOST_AUTO_TEST_CASE(a_letter_names_who_sends_it_and_to_whom_it_goes)
{
    auto const all = read_paper_forms(dir.path());
    auto const lines_of = [&](char const* reviewing) {
        return fill_paper(form_named(all, "review_request"),
                          {{"blank", "＿＿"},
                           {"case", {{"title", "方案"}, {"reviewing_unit", reviewing}}},
                           {"legality_review", {{"filed", {{"unit_name", "区水务局"}}}}}});
    };
    auto const lines = lines_of("区司法局");
    BOOST_TEST_REQUIRE(lines.size() > 4u);
    BOOST_TEST((lines[0].is == line_sort::letterhead));
    BOOST_TEST(lines[0].words == "区水务局");
    BOOST_TEST((lines[1].is == line_sort::number));
    BOOST_TEST((lines[3].is == line_sort::addressee));
    BOOST_TEST(lines[3].words == "区司法局：");
    BOOST_TEST(lines_of("")[3].words == "＿＿：");
}

BOOST_AUTO_TEST_SUITE_END()
