#ifndef JUECE_TESTS_BENCH_CASE_STREAM_HPP
#define JUECE_TESTS_BENCH_CASE_STREAM_HPP

#include "tests/bench/growing.hpp"
#include "tests/bench/judged_record.hpp"
#include "tests/bench/pattern.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace bench {

/// Acts that are to be written in one transaction, and the papers that have to be here before.
struct judged_batch {
    std::vector<judged_act> acts;
    written_papers papers;
};

/// Tells the cases of a growth one after the other, has each act judged, and hands them over batch
/// by batch. One thread at a time asks for a batch.
class case_stream {
public:
    /// `last`: the newest case on file. All of it outlives the stream.
    case_stream(growth const& what, engine::law_in_force law, adapters::demo::officials& by,
                std::string place, engine::case_id last);

    /// At least one act, until everything is told.
    judged_batch next();

private:
    void rehearse();
    void tell_advisers();
    bool tell_one();
    void begin_period(long long which);
    void tell_decision();
    void tell_matter();
    void tell_catalogues();
    void note_for_catalogue(pattern const& like, particulars const& what);
    /// Submits the acts of a case, each after the one before.
    void enter(std::string const& shape, std::string const& origin,
               std::vector<adapters::demo::told_act> acts);

    using kept_patterns = std::map<std::size_t, pattern>; ///< of the period, by their ways

    growth const& what_;
    engine::law_in_force law_;
    adapters::demo::officials const& by_;
    std::string place_;
    pattern_book book_;
    judged_record record_;
    engine::desk desk_;
    lots chance_;

    long long periods_ = 0;
    long long period_ = 0;
    engine::day begins_; ///< of the cases of the period
    kept_patterns decision_patterns_, matter_patterns_;
    long long decisions_ = 0; ///< told so far
    long long matters_ = 0;
    long long entered_ = 0; ///< cases of all kinds
    bool began_ = false;
    bool ended_ = false;
    std::map<int, std::vector<adapters::demo::catalogued_decision>> started_in_;
};

} // namespace bench

#endif
