#include "adapters/report/report_text.hpp"
#include "tests/adapters/made_archive.hpp"
#include "tests/adapters/record_context.hpp"

using namespace adapters::report;
namespace law = workflows::annual_report;

namespace {

struct context {
    indicators dictionary;
    report_figures figures;
    law::report_file file;

    context()
    {
        file.opening = law::report::opened{2025, "某区"};
        add("DEC.started", "12", "10");
        add("DEC.adopted", "3");
        add("LIT.cases", "41", "46");
    }
    void add(std::string const& code, std::string const& value,
             std::optional<std::string> last = {})
    {
        figures[code] = {.indicator = code, .value = value, .last_year = std::move(last)};
    }
    void write(law::narrative::report_section section, std::string words)
    {
        file.sections[section].body = {section, engine::prose(std::move(words))};
    }
    report_text text(std::string const& form) const
    {
        return write_report({form}, file, figures, dictionary);
    }
    std::string plain(std::string const& form) const
    {
        std::string all;
        for (auto const& line : text(form).lines)
            all += line.plain() + "|";
        return all;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(report_text_test, context)

BOOST_AUTO_TEST_CASE(clauses_that_say_something_become_one_sentence_on_the_paragraph_before)
{
    auto const* form = "@heading 一、决策\n{{narrative.decisions}}\n"
                       "@+ {{#DEC.started}}启动{{shown}}{{/DEC.started}}\n"
                       "@+ {{#DEC.rejected}}不予通过{{shown}}{{/DEC.rejected}}\n"
                       "@+ {{#DEC.adopted}}作出{{shown}}{{/DEC.adopted}}\n@.\n"
                       "@+ {{#DEC.rejected}}否决{{shown}}{{/DEC.rejected}}\n@.\n";
    BOOST_TEST(plain(form) == "一、决策|启动12项，作出3项。|");
    write(law::narrative::report_section::decisions, "第一段。\n第二段。");
    BOOST_TEST(plain(form) == "一、决策|第一段。|第二段。启动12项，作出3项。|");
}

BOOST_AUTO_TEST_CASE(a_figure_that_people_placed_is_not_said_twice)
{
    write(law::narrative::report_section::decisions, "全年启动{DEC.started}（{DEC.started 比}）。");
    auto const made = text("{{narrative.decisions}}\n"
                           "@+ {{#DEC.started}}启动{{shown}}{{/DEC.started}}\n"
                           "@+ {{#DEC.adopted}}作出{{shown}}{{/DEC.adopted}}\n@.\n");
    BOOST_TEST_REQUIRE(made.lines.size() == 1u);
    BOOST_TEST(made.lines.front().plain() == "全年启动12项（同比增长20%）。作出3项。");
    BOOST_TEST(made.told.contains("DEC.started"));
    BOOST_TEST(made.told.contains("DEC.adopted"));
    // Each number of the line leads to its figure.
    std::string marked;
    for (auto const& span : made.lines.front().spans)
        if (!span.indicator.empty())
            marked += span.words + "=" + span.indicator + " ";
    BOOST_TEST(marked == "12项=DEC.started 同比增长20%=DEC.started 3项=DEC.adopted ");
}

BOOST_AUTO_TEST_CASE(a_code_that_is_no_figure_stays_and_is_told)
{
    write(law::narrative::report_section::decisions, "启动{DEC.nothing}和{DEC.started 何}，{未完");
    auto const made = text("{{narrative.decisions}}\n");
    BOOST_TEST(made.lines.front().plain() == "启动{DEC.nothing}和{DEC.started 何}，{未完");
    BOOST_TEST((made.unknown_references ==
                std::vector<std::string>{"{DEC.nothing}", "{DEC.started 何}", "{未完"}));
}

BOOST_AUTO_TEST_CASE(a_brace_without_partner_does_not_swallow_the_figure_behind_it)
{
    write(law::narrative::report_section::decisions, "{启动 {DEC.started}}");
    auto const made = text("{{narrative.decisions}}\n");
    BOOST_TEST(made.lines.front().plain() == "{启动 12项}");
    BOOST_TEST((made.unknown_references == std::vector<std::string>{"{启动 ", "}"}));
}

BOOST_AUTO_TEST_CASE(what_people_write_is_only_words)
{
    write(law::narrative::report_section::decisions, "@title 假标题\n@+ 假分句\n{{organ}} a|b <b>");
    BOOST_TEST(plain("{{narrative.decisions}}\n") == "@title 假标题|@+ 假分句|{{organ}} a|b <b>|");
}

BOOST_AUTO_TEST_CASE(typed_numbers_are_compared_with_the_record)
{
    auto const found =
        typed_numbers("行政应诉案件共40宗，另有行政应诉案件若干，启动决策程序事项数12项。"
                      "行政应诉案件{LIT.cases}。",
                      figures, dictionary);
    BOOST_TEST_REQUIRE(found.size() == 2u);
    BOOST_TEST(found[0].indicator == "DEC.started");
    BOOST_TEST(!found[0].differs);
    BOOST_TEST(found[1].indicator == "LIT.cases");
    BOOST_TEST(found[1].typed == "40");
    BOOST_TEST(found[1].value == "41");
    BOOST_TEST(found[1].differs);
}

BOOST_AUTO_TEST_CASE(a_comma_between_thousands_ends_no_number)
{
    auto const found =
        typed_numbers("行政应诉案件1,200宗，行政应诉案件40,其余50", figures, dictionary);
    BOOST_TEST_REQUIRE(found.size() == 2u);
    BOOST_TEST(found[0].typed == "1200");
    BOOST_TEST(found[1].typed == "40");
}

BOOST_AUTO_TEST_CASE(markdown_has_headings_and_no_accidental_marks)
{
    write(law::narrative::report_section::decisions, "1*2_3 #4");
    BOOST_TEST(as_markdown(text(
                   "@title 报告\n@heading 一、决策\n@sub （一）\n{{narrative.decisions}}\n")) ==
               "# 报告\n\n草稿（数据未冻结）\n\n## 一、决策\n\n### （一）\n\n1\\*2\\_3 \\#4\n\n");
}

BOOST_AUTO_TEST_CASE(a_document_says_on_each_page_that_its_figures_are_not_frozen)
{
    auto const* form = "@title 报告\n@heading 一、决策\n";
    auto const draft = as_paper(text(form), {});
    BOOST_TEST(draft.mark == "草稿（数据未冻结）");
    BOOST_TEST_REQUIRE(draft.lines.size() == 3u);
    BOOST_TEST(draft.lines[1].words == draft.mark);
    file.frozen.emplace();
    auto const final = as_paper(text(form), {});
    BOOST_TEST(final.mark.empty());
    BOOST_TEST(final.lines.size() == 2u);
    BOOST_TEST(as_markdown(text(form)) == "# 报告\n\n## 一、决策\n\n");
}

BOOST_AUTO_TEST_CASE(what_stands_in_braces_for_no_figure_is_marked_in_documents)
{
    file.frozen.emplace();
    write(law::narrative::report_section::decisions, "启动{DEC.nothing}和{DEC.started}");
    auto const made = text("{{narrative.decisions}}\n");
    BOOST_TEST(as_markdown(made) == "启动【没有数据：{DEC.nothing}】和12项\n\n");
    BOOST_TEST(as_paper(made, {}).lines.front().words == "启动【没有数据：{DEC.nothing}】和12项");
    BOOST_TEST((made.told == std::set<std::string>{"DEC.started"}));
}

BOOST_AUTO_TEST_CASE(a_report_of_a_year_that_goes_on_speaks_of_today_and_not_of_the_end)
{
    auto const until = [&](std::optional<engine::day> so_far) {
        return write_report({"截至{{until}}\n"}, file, figures, dictionary, so_far)
            .lines.front()
            .plain();
    };
    auto const year = std::to_string(law::year_of_report(file));
    BOOST_TEST(until({}) == "截至" + year + "年12月31日");
    BOOST_TEST(until(engine::parse_day(year + "-06-15")) == "截至" + year + "年6月15日");
}

BOOST_AUTO_TEST_CASE(the_office_may_replace_the_words_around_the_figures)
{
    tests::scratch_dir const dir;
    BOOST_TEST(read_report_template(dir.path()).text.find("工作计划") != std::string::npos);
    std::filesystem::create_directories(dir / "config/report");
    tests::write_file(dir / "config/report/annual_report.mustache", "@title {{title}}\n");
    BOOST_TEST(read_report_template(dir.path()).text == "@title {{title}}\n");
    tests::write_file(dir / "config/report/annual_report.mustache", "{{#open}}");
    BOOST_CHECK_THROW(read_report_template(dir.path()), std::runtime_error);
}

BOOST_AUTO_TEST_SUITE_END()
