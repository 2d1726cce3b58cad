#ifndef JUECE_ADAPTERS_SOCI_SOCI_RECORD_HPP
#define JUECE_ADAPTERS_SOCI_SOCI_RECORD_HPP

#include "adapters/soci/database.hpp"
#include "engine/record.hpp"

#include <memory>

namespace adapters::soci {

/// The writing side of the record on one session. Its statements are prepared once and live as
/// long as it does; after a fault it must be made anew.
class soci_record final : public engine::record {
public:
    explicit soci_record(::soci::session& sql);
    ~soci_record() override;

    std::vector<engine::actor> seats_of(engine::person_id who, engine::day on) override;
    bool is_held(std::string const& role, std::string const& unit, engine::day on) override;
    std::optional<engine::case_head> find_case(engine::case_id id) override;
    std::vector<engine::act> acts_of(engine::case_id id) override;
    std::optional<engine::act> find_act(std::string const& act_id) override;
    bool holds_document(std::string const& hash) override;
    std::string organ_of(std::string const& unit) override;
    long long count_received(engine::case_id on, std::string_view purpose) override;
    bool is_number_given(engine::case_id on, std::string_view number) override;
    std::optional<engine::confidentiality> level_of_document(engine::case_id on,
                                                             std::string const& hash) override;
    std::optional<engine::case_id> case_of_shape(std::string const& shape) override;
    std::optional<engine::case_id> case_standing_for(std::string const& what,
                                                     std::string const& family,
                                                     std::string const& unit) override;
    engine::case_id next_case_id() override;
    std::string next_number(std::string const& prefix, int year) override;
    void open(engine::case_line const& line, std::string const& hash) override;
    void append(engine::act const& what, engine::consequences const& then) override;

    /// What is written once for all acts of a transaction: sums, and words to search. Before every
    /// commit: what was appended is not summed without it.
    void finish();

private:
    struct statements;
    long long count_on(std::string const& counter);

    std::unique_ptr<statements> sql_;
};

} // namespace adapters::soci

#endif
