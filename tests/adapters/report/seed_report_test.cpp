#include "adapters/drafts/draft_text.hpp"
#include "adapters/report/made_file.hpp"
#include "adapters/report/one_page.hpp"
#include "adapters/report/prove_reports.hpp"
#include "adapters/report/report_annex.hpp"
#include "tests/adapters/made_archive.hpp"
#include "tests/adapters/report/seed_house.hpp"
#include "workflows/annual_report/decimal.hpp"

#include <algorithm>

// The report that a district published, made again from acts.

using namespace adapters::report;
using tests::gaoyao;

namespace {

namespace json = boost::json;

std::string whole_text(report_text const& text)
{
    std::string words;
    for (auto const& line : text.lines)
        words += line.plain() + "\n";
    return words;
}

bool has(std::string const& text, std::string const& part)
{
    return text.find(part) != std::string::npos;
}

std::string file_as(compiled_report const& what, char const* format)
{
    auto made = make_file(what, gaoyao().dictionary(), format, {}, gaoyao().scratch());
    BOOST_TEST_REQUIRE(made.has_value());
    return std::move(made->bytes);
}

/// The figures that follow from one, directly or not at all.
std::set<std::string> with_dependents(std::string const& indicator)
{
    std::set<std::string> all{indicator};
    for (auto const& known : gaoyao().dictionary().all())
        if (known.follows &&
            (known.follows->what == indicator || known.follows->whole == indicator))
            all.insert(known.code);
    return all;
}

/// Another number of the same form.
std::string another(std::string const& value)
{
    auto number = workflows::annual_report::parse_decimal(value).value();
    number.digits += 1;
    return to_text(number);
}

report_text text_with(std::string const& indicator, std::string const& value)
{
    auto acts = gaoyao().acts();
    std::erase_if(acts, [](engine::act const& one) { return one.kind == "freezing.frozen"; });
    for (auto& act : acts)
        if (act.kind == "collection.answered")
            for (auto& given : act.body.at("values").as_array())
                if (given.at("indicator").as_string() == indicator)
                    given.as_object()["value"] = value;
    auto const file = workflows::annual_report::file_of(acts);
    return write_report(gaoyao().form(), file, current_figures(file, {}, {}, gaoyao().dictionary()),
                        gaoyao().dictionary());
}

} // namespace

BOOST_AUTO_TEST_SUITE(seed_report_test)

BOOST_AUTO_TEST_CASE(every_figure_of_the_published_report_comes_out_with_value_unit_and_qualifier)
{
    auto const compiled = gaoyao().compiled();
    BOOST_TEST(gaoyao().figures().size() == 64u);
    for (auto const& wanted : gaoyao().figures()) {
        BOOST_TEST_CONTEXT(wanted.indicator)
        {
            auto const found = compiled.figures.find(wanted.indicator);
            BOOST_REQUIRE(found != compiled.figures.end());
            BOOST_TEST(found->second.value == wanted.value);
            BOOST_TEST(gaoyao().dictionary().unit(wanted.indicator) == wanted.unit);
            BOOST_TEST(engine::name_of(found->second.rounded) == wanted.rounded);
            // What follows from others says its qualifier by its sentence.
            if (!wanted.asked_of.empty())
                BOOST_TEST(found->second.note == wanted.note);
        }
    }
}

BOOST_AUTO_TEST_CASE(every_figure_stands_in_the_words_of_the_published_report)
{
    auto const compiled = gaoyao().compiled();
    auto const text = whole_text(compiled.text);
    for (auto const& wanted : gaoyao().figures())
        BOOST_TEST(has(text, wanted.fragment), wanted.indicator << ": " << wanted.fragment);
    BOOST_TEST(compiled.text.unknown_references.empty());
}

BOOST_AUTO_TEST_CASE(every_file_holds_the_whole_report)
{
    auto const compiled = gaoyao().compiled();
    tests::scratch_dir const dir;
    tests::write_file(dir / "report.docx", file_as(compiled, "docx"));
    auto const docx = adapters::drafts::read_draft(dir / "report.docx");
    BOOST_REQUIRE(std::holds_alternative<adapters::drafts::draft_text>(docx));
    std::string docx_words;
    for (auto const& one : std::get<adapters::drafts::draft_text>(docx).paragraphs)
        docx_words += one + "\n";
    for (auto const& wanted : gaoyao().figures())
        BOOST_TEST(has(docx_words, wanted.fragment), "DOCX: " << wanted.fragment);

    tests::write_file(dir / "report.pdf", file_as(compiled, "pdf"));
    auto const pdf = adapters::drafts::read_draft(dir / "report.pdf");
    BOOST_REQUIRE(std::holds_alternative<adapters::drafts::draft_text>(pdf));
    std::string pdf_words;
    for (auto const& one : std::get<adapters::drafts::draft_text>(pdf).paragraphs)
        pdf_words += one;
    std::erase_if(pdf_words, [](char c) { return c == ' ' || c == '\n'; });
    // A page may end within a sentence, and the moment of publication has a blank in it.
    auto const& wanted = gaoyao().figures();
    auto const in_pdf = std::count_if(wanted.begin(), wanted.end(), [&](auto const& one) {
        return has(pdf_words, one.fragment);
    });
    BOOST_TEST(in_pdf >= 58);

    BOOST_TEST(has(file_as(compiled, "md"), "# 高要区2021年法治政府建设年度报告"));
    BOOST_TEST(has(file_as(compiled, "csv"), "LEGAL.amount,法律事务涉及金额,1006,亿元,约"));
    BOOST_TEST(file_as(compiled, "xlsx").starts_with("PK"));
    auto const json = boost::json::parse(file_as(compiled, "json")).as_object();
    BOOST_TEST(json.at("figures").as_array().size() == compiled.figures.size());
    BOOST_TEST(json.at("digest").as_string().size() == 64u);
    BOOST_TEST(!make_file(compiled, gaoyao().dictionary(), "odt", {}, gaoyao().scratch()));
}

BOOST_AUTO_TEST_CASE(the_same_report_gives_the_same_bytes)
{
    auto const compiled = gaoyao().compiled();
    for (auto const* format : {"docx", "pdf", "md", "xlsx", "csv", "json"})
        BOOST_TEST((file_as(compiled, format) == file_as(compiled, format)), format);
}

BOOST_AUTO_TEST_CASE(another_answer_changes_exactly_the_sentences_that_depend_on_it)
{
    std::size_t told = 0;
    for (auto const& one : gaoyao().figures()) {
        // Names and months are no numbers to count up.
        if (one.asked_of.empty() || !workflows::annual_report::parse_decimal(one.value))
            continue;
        auto const before = tests::sentences(text_with(one.indicator, one.value));
        auto const now = tests::sentences(text_with(one.indicator, another(one.value)));
        BOOST_TEST_REQUIRE(before.size() == now.size(), one.indicator);
        auto const depend = with_dependents(one.indicator);
        for (std::size_t i = 0; i < before.size(); ++i) {
            auto const& figures = before[i].second;
            bool const mentions =
                std::any_of(figures.begin(), figures.end(),
                            [&](auto const& code) { return depend.contains(code); });
            // A rate that is whole is said in words, without the figure; then it is a number.
            bool const became_number = now[i].second.contains(one.indicator);
            BOOST_TEST((before[i].first != now[i].first) == (mentions || became_number),
                       one.indicator << ": " << before[i].first << " -> " << now[i].first);
            told += mentions;
        }
    }
    BOOST_TEST(told >= 49u);
}

BOOST_AUTO_TEST_CASE(the_frozen_figures_are_proved_from_the_acts)
{
    adapters::soci::reader looking(gaoyao().record(), engine::clearance::of_the_record());
    auto const found = prove_reports(looking, gaoyao().dictionary());
    BOOST_TEST(found.checked == 1);
    BOOST_TEST(found.wrong == 0);
}

BOOST_AUTO_TEST_CASE(a_figure_that_was_changed_behind_the_acts_is_found)
{
    tests::seed_house own;
    {
        auto const sql = own.record().open_session(adapters::soci::access::writing);
        *sql << "update act set body = replace(body, '\"value\":\"707\"', '\"value\":\"708\"')"
                " where kind = 'freezing.frozen'";
    }
    adapters::soci::reader looking(own.record(), engine::clearance::of_the_record());
    auto const found = prove_reports(looking, own.dictionary());
    BOOST_TEST(found.wrong == 1);
    BOOST_TEST(!found.first.empty());
}

BOOST_AUTO_TEST_CASE(a_correction_shows_both_values_and_carries_what_follows_from_it)
{
    tests::seed_house own;
    own.enter("freezing.restated",
              {{"indicator", "PETITION.count"}, {"value", "2180"}, {"reason", "系统重复登记5件"}},
              "report_compiler", "justice", "2022-03-10");
    auto const compiled = own.compiled();
    auto const& count = compiled.figures.at("PETITION.count");
    BOOST_TEST(count.value == "2180");
    BOOST_TEST(count.before_correction.value_or("") == "2185");
    BOOST_TEST(count.reason == "系统重复登记5件");
    BOOST_TEST(compiled.figures.at("PETITION.change").value == "-9.9");
    BOOST_TEST(compiled.figures.at("PETITION.change").before_correction.value_or("") == "-9.7");
    BOOST_TEST(has(whole_text(compiled.text), "共受理信访件2180件次，同比下降9.9%"));
    // All else stands as it was frozen.
    BOOST_TEST(compiled.figures.at("LEGAL.matters").value == "707");
    BOOST_TEST(!compiled.figures.at("LEGAL.matters").before_correction);
}

BOOST_AUTO_TEST_CASE(what_was_published_is_read_until_its_correction_is_published)
{
    tests::seed_house own;
    auto const published = [&] {
        adapters::soci::reader looking(own.record(), engine::clearance::of_the_record());
        auto found = find_published(looking, own.compiled().filed->on);
        BOOST_TEST_REQUIRE(found.has_value());
        return *found;
    };
    auto const compiled = [&] {
        adapters::soci::reader looking(own.record(), engine::clearance::of_the_record());
        return compile_report(looking, published().version, own.dictionary(), own.form());
    };
    auto const picture = [&] {
        adapters::soci::reader looking(own.record(), engine::clearance::of_the_record());
        auto const page = one_page_of(looking, compiled(), own.dictionary(), own.form());
        BOOST_TEST_REQUIRE(page.has_value());
        return make_picture(*page, "svg", published().version.changed_at).value().bytes;
    };
    auto const before = picture();
    auto const version = published().version.version;
    BOOST_TEST(!published().corrected_since.has_value());

    own.enter("freezing.restated",
              {{"indicator", "PETITION.count"}, {"value", "2180"}, {"reason", "系统重复登记5件"}},
              "report_compiler", "justice", "2022-03-10");
    own.enter("narrative.written", {{"section", "plan"}, {"words", "更正期间改写"}},
              "report_compiler", "justice", "2022-03-11");
    BOOST_TEST_REQUIRE(published().corrected_since.has_value());
    BOOST_TEST(engine::to_text(*published().corrected_since) == "2022-03-10");
    BOOST_TEST(compiled().figures.at("PETITION.count").value == "2185");
    BOOST_TEST(compiled().figures.at("PETITION.change").value == "-9.7");
    BOOST_TEST(!has(whole_text(compiled().text), "更正期间改写"));
    BOOST_TEST(published().version.version == version);
    BOOST_TEST(picture() == before);

    own.enter("release.secrecy_checked", {{"may_be_published", true}, {"remarks", "不涉密"}},
              "office_secretary", "office", "2022-03-12");
    own.enter("release.approved", json::object(), "head_of_government", "leaders", "2022-03-13");
    own.enter("release.submitted",
              {{"submitted_on", "2022-03-14"}, {"addressees", json::array{"party_committee"}}},
              "office_secretary", "office", "2022-03-14");
    BOOST_TEST(compiled().figures.at("PETITION.count").value == "2185");
    own.enter("release.published",
              {{"published_on", "2022-03-15"}, {"published_at", "区政府门户网站"}},
              "office_secretary", "office", "2022-03-15");
    BOOST_TEST(!published().corrected_since.has_value());
    BOOST_TEST(compiled().figures.at("PETITION.count").value == "2180");
    BOOST_TEST(has(whole_text(compiled().text), "更正期间改写"));
    BOOST_TEST(picture() != before);
}

BOOST_AUTO_TEST_CASE(what_was_never_published_and_what_is_no_report_is_read_by_nobody)
{
    tests::seed_house own;
    adapters::soci::reader looking(own.record(), engine::clearance::of_the_record());
    BOOST_TEST(!find_published(looking, engine::case_id{999}).has_value());
}

BOOST_AUTO_TEST_CASE(there_is_one_report_for_an_organ_and_year)
{
    tests::seed_house own;
    adapters::soci::clerk clerk(own.record(), own.law());
    auto const opening = [&](char const* id, long long year) {
        return tests::ask(clerk, {.on = {},
                                  .shape = "annual_report/2026",
                                  .place = "gaoyao",
                                  .act_id = id,
                                  .kind = "report.opened",
                                  .body = {{"year", year}, {"organ_name", "高要区"}},
                                  .seen = {},
                                  .by = {{5}, "编制人", "report_compiler", "justice", {}, {}},
                                  .now = *engine::parse_instant("2023-01-10T02:00:00.000Z"),
                                  .origin = engine::entered_here,
                                  .seeing = engine::clearance::of_the_record()});
    };
    BOOST_TEST(tests::is<engine::refused>(opening("again-2021", 2021)));
    BOOST_TEST(tests::is<engine::admitted>(opening("first-2022", 2022)));
}

BOOST_AUTO_TEST_SUITE_END()
