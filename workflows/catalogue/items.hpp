#ifndef JUECE_WORKFLOWS_CATALOGUE_ITEMS_HPP
#define JUECE_WORKFLOWS_CATALOGUE_ITEMS_HPP

#include "engine/chapter.hpp"
#include "engine/limit.hpp"
#include "workflows/catalogue/call.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace workflows::catalogue {

struct yearly_catalogue;

/// What becomes of the entries in the year and at its end (落实和年终说明).
namespace items {

/// Names the decision that carries an entry out; the last word on a decision counts.
struct linked {
    static constexpr std::string_view kind = "catalogue_items.linked";
    long long item_number = 0;
    std::string decision_number; ///< "JC2024-0007"
};
BOOST_DESCRIBE_STRUCT(linked, (), (item_number, decision_number))

/// Takes back a link that was made by mistake; what a decision's own start says stays.
struct unlinked {
    static constexpr std::string_view kind = "catalogue_items.unlinked";
    long long item_number = 0;
    std::string decision_number;
    prose reason;
};
BOOST_DESCRIBE_STRUCT(unlinked, (), (item_number, decision_number, reason))

struct completed {
    static constexpr std::string_view kind = "catalogue_items.completed";
    long long item_number = 0;
    day completed_on; ///< the day of the decision
    std::optional<prose> remarks;
};
BOOST_DESCRIBE_STRUCT(completed, (), (item_number, completed_on, remarks))

enum class item_prospect { goes_on_next_year, is_given_up };
JUECE_CHOICE(item_prospect, goes_on_next_year, is_given_up)

struct explained {
    static constexpr std::string_view kind = "catalogue_items.explained";
    long long item_number = 0;
    prose reason;
    prose progress;
    item_prospect prospect;
    std::vector<document_ref> documents;
};
BOOST_DESCRIBE_STRUCT(explained, (), (item_number, reason, progress, prospect, documents))

/// The year's catalogue is done with.
struct closed {
    static constexpr std::string_view kind = "catalogue_items.closed";
    std::optional<prose> remarks;
    std::vector<document_ref> documents;
};
BOOST_DESCRIBE_STRUCT(closed, (), (remarks, documents))

struct facts {
    std::optional<entered<closed>> closing;
};

} // namespace items

/// What happened to an entry, for its page.
struct item_event {
    long long seq = 0;
    std::string kind; ///< of the act
    day on;
    bool operator==(item_event const&) const = default;
};

/// An entry of the catalogue. Its number stays when it is dropped.
struct item {
    long long number = 0;
    item_details details;
    std::vector<long long> from_proposals; ///< the one it was made of, and those merged into it
    std::optional<call::carried_over> carries_over;
    bool taken_over = false; ///< imported, not proposed here (JC-55)
    bool by_adjustment = false;
    bool dropped = false;
    std::vector<std::string> decisions; ///< numbers of the cases that carry it out
    std::optional<entered<items::completed>> completion;
    std::optional<entered<items::explained>> explanation;
    std::vector<item_event> history;

    bool in_force() const { return !dropped; }
    bool is_accounted_for() const { return dropped || completion || explanation; }
};

/// Null for an unknown number.
item const* find_item(yearly_catalogue const& file, long long number);
/// The entries that hold, in the order of their numbers.
std::vector<item const*> items_in_force(yearly_catalogue const& file);
/// True if the item was completed by the last day that was planned for its meeting; where no
/// meeting was planned, in the catalogue's year.
bool is_on_time(yearly_catalogue const& file, item const& one);
/// What makes the light of an entry, on a day.
struct item_state {
    bool awaits_case = false; ///< no decision is known though its planned start is over
    bool is_late = false;     ///< not completed though its planned meeting is over
    bool awaits_explanation = false;
};
/// `has_case`: a decision says that it carries it out, although no act here links the two.
item_state state_of(yearly_catalogue const& file, item const& one, bool has_case, day today);

std::optional<engine::limit_terms> explanation_terms(yearly_catalogue const& file);

std::unique_ptr<engine::chapter<yearly_catalogue>> make_items();

} // namespace workflows::catalogue

#endif
