#include "tests/bench/grown_house.hpp"

#include "tests/bench/keeping_of_time.hpp"
#include "tests/bench/numbers.hpp"
#include "tests/bench/open_house.hpp"

namespace bench {
namespace {

void measure_pages(open_house const& at, int times, report& out)
{
    out.head({"page", "who looks", "first ms", "p50 ms", "p95 ms", "max ms", "kB"});
    keeping_of_time kept;
    for (auto const& one : at.looks()) {
        auto const took = at.look_at(one, times);
        auto const p95 = percentile(took.all_ms, 0.95);
        out.row({one.what, who_looks(one), in_words(took.first_ms), in_words(median(took.all_ms)),
                 in_words(p95), in_words(percentile(took.all_ms, 1)), in_words(took.kilobytes)});
        kept.take(one, p95);
    }
    out.line("");
    out.line(kept.in_words());
    out.line("");
}

void measure_report_files(open_house const& at, report& out)
{
    out.head(
        {"report of " + std::to_string(at.report_year()) + " as", "first ms", "median ms", "kB"});
    double first = 0;
    double usual = 0;
    for (auto const* format : report_formats) {
        auto const took = at.fetch_report(format, times_a_report);
        out.row({format, in_words(took.first_ms), in_words(median(took.all_ms)),
                 in_words(took.kilobytes)});
        first += took.first_ms;
        usual += median(took.all_ms);
    }
    out.row({"all", in_words(first), in_words(usual), ""});
    out.line("");
}

void measure_proof(grown_terms const& terms, engine::law_in_force law, report& out)
{
    auto const found = prove(terms.juece, terms.at, terms.log, law, terms.proof);
    auto const acts = static_cast<double>(found.acts);
    out.head({"whole record", "s", "acts/s"});
    auto const row = [&](char const* what, double took) {
        out.row({what, in_words(took), in_words(acts / took)});
    };
    if (found.verified)
        row("juece verify", *found.verified);
    row("figures counted anew from the acts", found.recounted);
    if (found.rewritten)
        row("all derived rows written anew", *found.rewritten);
    out.line("");
}

} // namespace

void measure_grown(grown_terms const& terms, engine::law_in_force law, engine::instant now,
                   report& out)
{
    {
        open_house const at(terms.juece, terms.at, terms.log, now);
        measure_pages(at, terms.looks, out);
        measure_report_files(at, out);
        auto const held = at.held();
        out.line("Memory of the server after that: " +
                 in_words(static_cast<double>(held.now_kb) / 1024) + " MB, at most " +
                 in_words(static_cast<double>(held.most_kb) / 1024) + " MB.");
        out.line("");
    }
    measure_proof(terms, law, out);
}

} // namespace bench
