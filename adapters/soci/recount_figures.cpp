#include "adapters/soci/recount_figures.hpp"

#include "adapters/soci/kept_sums.hpp"
#include "adapters/soci/rows.hpp"
#include "engine/count_figures.hpp"

#include <algorithm>
#include <atomic>
#include <future>
#include <iterator>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace adapters::soci {
namespace {

/// Ids of cases that a thread takes at once.
constexpr long long block = 500;

using key_of_sum = std::tuple<long long, std::string, figures_by>;

struct sum {
    long long value = 0;
    long long figures = 0;
    bool operator==(sum const&) const = default;
};

using sums_of_years = std::map<key_of_sum, sum>;

struct counted {
    recounting done;
    sums_of_years sums;
    std::vector<std::pair<engine::case_id, std::vector<engine::figure>>> wrong; ///< as it should be

    void take_in(counted&& other)
    {
        done.cases += other.done.cases;
        done.acts += other.done.acts;
        done.figures += other.done.figures;
        done.unreadable += other.done.unreadable;
        for (auto const& [key, one] : other.sums) {
            auto& to = sums[key];
            to.value += one.value;
            to.figures += one.figures;
        }
        std::move(other.wrong.begin(), other.wrong.end(), std::back_inserter(wrong));
    }
};

/// One thread that counts.
class counter {
public:
    counter(database const& at, engine::law_in_force law)
        : law_(law), sql_(at.open_session(access::reading)),
          acts_(*sql_, std::string("select ") + act_row::columns +
                           " from act where case_id >= :first and case_id <= :last"
                           " order by case_id, seq"),
          find_case_(*sql_, "select shape, place, organ, family, level from case_file"
                            " where id = :id"),
          figures_(*sql_, "select seq, indicator, year, value from figure where case_id = :id")
    {
        row_.out_of(acts_.in("first", first_).in("last", last_));
        find_case_.in("id", id_).out(line_.shape).out(line_.place);
        find_case_.out(by_.organ).out(by_.family).out(by_.level);
        figures_.in("id", id_).out(kept_.seq).out(kept_.indicator).out(year_).out(kept_.value);
    }

    void count(long long first, long long last)
    {
        first_ = first;
        last_ = last;
        std::vector<engine::act> acts;
        acts_.each([&] {
            if (!acts.empty() && acts.back().on.value != row_.case_id)
                count_case(std::exchange(acts, {}));
            acts.push_back(row_.to_act());
        });
        if (!acts.empty())
            count_case(acts);
    }

    counted take() { return std::move(all_); }

private:
    void count_case(std::vector<engine::act> const& acts)
    {
        id_ = acts.front().on.value;
        find_case_.one();
        line_.id = {id_};
        ++all_.done.cases;
        all_.done.acts += static_cast<long long>(acts.size());
        auto kept = kept_figures();
        try {
            auto should = engine::count_figures(line_, acts, law_);
            std::sort(should.figures.begin(), should.figures.end());
            if (should.figures != kept) {
                all_.wrong.emplace_back(line_.id, should.figures);
                kept = std::move(should.figures);
            }
            by_.level = number_of(should.level);
        } catch (engine::replay_fault const&) {
            ++all_.done.unreadable;
        }
        for (auto const& one : kept) {
            auto& to = all_.sums[{one.year, one.indicator, by_}];
            to.value += one.value;
            ++to.figures;
        }
        all_.done.figures += static_cast<long long>(kept.size());
    }

    std::vector<engine::figure> kept_figures()
    {
        std::vector<engine::figure> found;
        kept_.on = {id_};
        figures_.each([&] {
            kept_.year = static_cast<int>(year_);
            found.push_back(kept_);
        });
        std::sort(found.begin(), found.end());
        return found;
    }

    engine::law_in_force law_;
    std::unique_ptr<::soci::session> sql_;
    long long first_ = 0;
    long long last_ = 0;
    long long id_ = 0;
    long long year_ = 0;
    figures_by by_;
    engine::case_line line_;
    engine::figure kept_;
    act_row row_;
    query acts_, find_case_, figures_;
    counted all_;
};

counted count_all(database const& at, engine::law_in_force law, long long last, unsigned threads)
{
    std::atomic<long long> next = 1;
    auto const work_on = [&] {
        counter one(at, law);
        for (auto first = next.fetch_add(block); first <= last; first = next.fetch_add(block))
            one.count(first, first + block - 1);
        return one.take();
    };
    std::vector<std::future<counted>> counters;
    for (unsigned i = 0; i < std::max(threads, 1U); ++i)
        counters.push_back(std::async(std::launch::async, work_on));
    counted all;
    for (auto& one : counters)
        all.take_in(one.get());
    return all;
}

void write_figures(::soci::session& sql, counted const& all)
{
    engine::figure one;
    long long id = 0;
    long long year = 0;
    query drop(sql, "delete from figure where case_id = :id");
    drop.in("id", id);
    query add(sql, "insert into figure (case_id, seq, indicator, year, value)"
                   " values (:id, :seq, :indicator, :year, :value)");
    add.in("id", id).in("seq", one.seq).in("indicator", one.indicator).in("year", year);
    add.in("value", one.value);
    for (auto const& [which, should] : all.wrong) {
        id = which.value;
        drop.run();
        for (auto const& figure : should) {
            one = figure;
            year = figure.year;
            add.run();
        }
    }
}

sums_of_years kept_sums_of_years(::soci::session& sql)
{
    long long year = 0;
    std::string indicator;
    figures_by by;
    sum one;
    sums_of_years kept;
    query all(sql, "select year, indicator, organ, family, level, value, figures"
                   " from figure_total");
    all.out(year).out(indicator).out(by.organ).out(by.family).out(by.level);
    all.out(one.value).out(one.figures).each([&] { kept[{year, indicator, by}] = one; });
    return kept;
}

void write_sums(::soci::session& sql, sums_of_years const& all)
{
    long long year = 0;
    std::string indicator;
    figures_by by;
    sum one;
    query(sql, "delete from figure_total").run();
    query add(sql,
              "insert into figure_total (year, indicator, organ, family, level, value, figures)"
              " values (:year, :indicator, :organ, :family, :level, :value, :figures)");
    add.in("year", year).in("indicator", indicator).in("organ", by.organ);
    add.in("family", by.family).in("level", by.level);
    add.in("value", one.value).in("figures", one.figures);
    for (auto const& [key, should] : all) {
        std::tie(year, indicator, by) = key;
        one = should;
        add.run();
    }
}

} // namespace

recounting recount_figures(database& at, engine::law_in_force law, unsigned threads)
{
    auto const sql = at.open_session(access::writing);
    return faults_as_ours([&] {
        work all(at, *sql); // before anybody reads: all threads see what it sees
        long long last = 0;
        query(*sql, "select coalesce(max(id), 0) from case_file").out(last).one();
        auto found = count_all(at, law, last, threads);
        write_figures(*sql, found);
        found.done.mended = static_cast<long long>(found.wrong.size());
        if (kept_sums_of_years(*sql) != found.sums) {
            write_sums(*sql, found.sums);
            found.done.sums_mended = true;
        }
        all.commit();
        return found.done;
    });
}

} // namespace adapters::soci
