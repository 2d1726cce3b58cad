#ifndef JUECE_WEB_PUBLIC_COUNTER_HPP
#define JUECE_WEB_PUBLIC_COUNTER_HPP

#include "adapters/soci/reader.hpp"
#include "engine/working_days.hpp"
#include "web/flood_gate.hpp"
#include "web/masking.hpp"
#include "workflows/major_decision/public_matter.hpp"

#include <map>
#include <memory>
#include <mutex>

namespace web {

/// A decision as anybody may know it.
struct public_case {
    engine::case_id id;
    long long version = 0;
    engine::instant changed_at;
    workflows::major_decision::public_matter matter;
    /// Who sent opinions in, who took part in the hearing, and what else is masked (JC-24).
    named_people people;
};

/// The matter as it is published: its own texts without the words that acts have masked.
public_case public_case_of(engine::case_id id, long long version, engine::instant changed_at,
                           workflows::major_decision::public_matter matter);

/// What the pages for everybody share: how much one address may send, and the matters that were
/// looked at last. Safe to use from several threads.
class public_counter {
public:
    /// Nothing when there is no such case, or nothing of it is public.
    std::shared_ptr<public_case const> find(adapters::soci::reader& records, engine::case_id id,
                                            engine::working_days const& days);

    flood_gate sending;
    /// Receipts are looked up; more would be guessing.
    flood_gate looking_up{{.at_once = 120, .one_more_every = std::chrono::milliseconds(500)}};

private:
    struct kept {
        long long version = 0;
        std::shared_ptr<public_case const> what; ///< null: not public
    };
    static constexpr std::size_t most_kept = 500;

    std::mutex door_;
    std::map<engine::case_id, kept> kept_;
};

} // namespace web

#endif
