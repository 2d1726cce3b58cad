#include "tests/bench/houses.hpp"

#include "tests/bench/keeping_of_time.hpp"
#include "tests/bench/numbers.hpp"
#include "tests/bench/open_house.hpp"

#include <memory>
#include <optional>
#include <stdexcept>

namespace bench {
namespace {

/// Houses beside each other: one column for each.
class side_by_side {
public:
    side_by_side(std::vector<grown_terms> const& terms, engine::law_in_force law,
                 engine::instant now, report& out)
        : terms_(terms), law_(law), now_(now), out_(out)
    {}

    void measure()
    {
        // First, as it fills the machine's memory with what the pages are read from, too.
        for (auto const& one : terms_)
            proofs_.push_back(prove(one.juece, one.at, one.log, law_, one.proof));
        for (auto const& one : terms_)
            open_.push_back(std::make_unique<open_house>(one.juece, one.at, one.log, now_));
        records();
        pages();
        reports();
        memory_held();
    }

private:
    template <class F>
    void row_of(std::string const& what, F&& cell)
    {
        std::vector<std::string> cells{what};
        for (auto const& one : proofs_)
            cells.push_back(cell(one));
        out_.row(cells);
    }

    void records()
    {
        head({"whole record"});
        row_of("acts", [](auto const& one) { return in_words(static_cast<double>(one.acts)); });
        auto const row = [&](std::string const& what, auto took) {
            row_of(what, [&](record_proof const& one) -> std::string {
                std::optional<double> const s = took(one);
                if (!s)
                    return "-";
                return in_words(*s) + " s, " + in_words(static_cast<double>(one.acts) / *s) +
                       " acts/s";
            });
        };
        row("juece verify", [](auto const& one) { return one.verified; });
        row("figures counted anew from the acts", [](auto const& one) { return one.recounted; });
        row("all derived rows written anew", [](auto const& one) { return one.rewritten; });
    }

    void head(std::vector<std::string> cells)
    {
        for (auto const& one : proofs_)
            cells.push_back(in_words(static_cast<double>(one.cases)) + " cases");
        out_.head(cells);
    }

    void pages()
    {
        out_.line("");
        out_.line("p50 / p95 ms of each page, fetched in one house after the other:");
        out_.line("");
        head({"page", "who looks"});
        std::vector<keeping_of_time> kept(open_.size());
        for (std::size_t page = 0; page < open_.front()->looks().size(); ++page) {
            auto const& what = open_.front()->looks()[page];
            std::vector<std::string> cells{what.what, who_looks(what)};
            for (std::size_t i = 0; i < open_.size(); ++i) {
                auto const& here = open_[i]->looks().at(page);
                auto const took = open_[i]->look_at(here, terms_[i].looks);
                auto const p95 = percentile(took.all_ms, 0.95);
                cells.push_back(in_words(median(took.all_ms)) + " / " + in_words(p95));
                kept[i].take(here, p95);
            }
            out_.row(cells);
        }
        out_.line("");
        for (std::size_t i = 0; i < open_.size(); ++i)
            out_.line("- " + in_words(static_cast<double>(proofs_[i].cases)) +
                      " cases: " + kept[i].in_words());
        out_.line("");
    }

    void reports()
    {
        head(
            {"median ms of the report of " + std::to_string(open_.front()->report_year()) + " as"});
        std::vector<double> all(open_.size());
        auto const row = [&](std::string const& what, std::vector<double> const& took) {
            std::vector<std::string> cells{what};
            for (auto const one : took)
                cells.push_back(in_words(one));
            out_.row(cells);
        };
        for (auto const* format : report_formats) {
            std::vector<double> took;
            for (std::size_t i = 0; i < open_.size(); ++i) {
                took.push_back(median(open_[i]->fetch_report(format, times_a_report).all_ms));
                all[i] += took.back();
            }
            row(format, took);
        }
        row("all", all);
        out_.line("");
    }

    void memory_held()
    {
        std::string words;
        for (auto const& one : open_)
            words += (words.empty() ? "" : ", ") +
                     in_words(static_cast<double>(one->held().most_kb) / 1024);
        out_.line("Memory of the servers at most: " + words + " MB.");
    }

    std::vector<grown_terms> const& terms_;
    engine::law_in_force law_;
    engine::instant now_;
    report& out_;
    std::vector<record_proof> proofs_;
    std::vector<std::unique_ptr<open_house>> open_;
};

} // namespace

void measure_houses(std::vector<grown_terms> const& terms, engine::law_in_force law,
                    engine::instant now, report& out)
{
    if (terms.empty())
        throw std::runtime_error("no house is named");
    side_by_side(terms, law, now, out).measure();
}

} // namespace bench
