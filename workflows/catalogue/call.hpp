#ifndef JUECE_WORKFLOWS_CATALOGUE_CALL_HPP
#define JUECE_WORKFLOWS_CATALOGUE_CALL_HPP

#include "engine/chapter.hpp"
#include "engine/limit.hpp"
#include "workflows/catalogue/item_details.hpp"

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace workflows::catalogue {

struct yearly_catalogue;

/// The call for proposals and what the units propose (征集申报); or the taking over of a catalogue
/// that was made before it was kept here (补录). Order 713 art. 3, Guangdong rules art. 10.
namespace call {

/// Opens the catalogue of a year.
struct set_up {
    static constexpr std::string_view kind = "catalogue_call.set_up";
    long long year = 0;
    std::optional<prose> remarks;
};
BOOST_DESCRIBE_STRUCT(set_up, (), (year, remarks))

struct issued {
    static constexpr std::string_view kind = "catalogue_call.issued";
    std::vector<unit_ref> units;
    day deadline;
    std::optional<document_ref> call_document;
    std::optional<prose> remarks;
};
BOOST_DESCRIBE_STRUCT(issued, (), (units, deadline, call_document, remarks))

struct extended {
    static constexpr std::string_view kind = "catalogue_call.extended";
    day deadline;
    prose reason;
};
BOOST_DESCRIBE_STRUCT(extended, (), (deadline, reason))

/// The entry of an earlier catalogue that goes on in this one (结转).
struct carried_over {
    long long year = 0;
    long long item = 0; ///< its number there
};
BOOST_DESCRIBE_STRUCT(carried_over, (), (year, item))

struct proposed : item_details {
    static constexpr std::string_view kind = "catalogue_call.proposed";
    std::optional<document_ref> stamped_form;
    std::optional<carried_over> carries_over;
};
BOOST_DESCRIBE_STRUCT(proposed, (item_details), (stamped_form, carries_over))

/// A proposal in a list, and the unit that made it; left out, it is the one that leads.
struct listed_proposal : item_details {
    std::optional<unit_ref> proposed_by;
};
BOOST_DESCRIBE_STRUCT(listed_proposal, (item_details), (proposed_by))

/// The office enters what units sent in as a table: all of it, or nothing.
struct list_entered {
    static constexpr std::string_view kind = "catalogue_call.list_entered";
    std::vector<listed_proposal> proposals;
    std::string source; ///< the file or paper that it was taken from
    std::optional<document_ref> source_document;
};
BOOST_DESCRIBE_STRUCT(list_entered, (), (proposals, source, source_document))

struct withdrawn {
    static constexpr std::string_view kind = "catalogue_call.withdrawn";
    long long proposal = 0; ///< its number
    prose reason;
};
BOOST_DESCRIBE_STRUCT(withdrawn, (), (proposal, reason))

/// A unit says that it has proposed all it has, be it nothing.
struct answered {
    static constexpr std::string_view kind = "catalogue_call.answered";
    std::optional<document_ref> reply;
    std::optional<prose> remarks;
};
BOOST_DESCRIBE_STRUCT(answered, (), (reply, remarks))

struct closed {
    static constexpr std::string_view kind = "catalogue_call.closed";
    std::optional<prose> remarks;
};
BOOST_DESCRIBE_STRUCT(closed, (), (remarks))

/// A catalogue that was adopted and published before it was kept here, as it stood (JC-55).
struct taken_over {
    static constexpr std::string_view kind = "catalogue_call.taken_over";
    std::vector<item_details> items;
    std::string source; ///< the file or paper that it was taken from
    std::optional<document_ref> source_document;
    std::optional<std::string> issuer;
    std::optional<std::string> approval_basis;
    std::optional<day> consented_on; ///< by the party committee
    std::optional<std::string> document_number;
    std::optional<day> published_on;
    std::optional<page_address> address;
    std::optional<prose> remarks;
};
BOOST_DESCRIBE_STRUCT(taken_over, (),
                      (items, source, source_document, issuer, approval_basis, consented_on,
                       document_number, published_on, address, remarks))

/// A proposal and what became of it.
struct proposal {
    long long number = 0; ///< from 1, in the order of entry
    proposed body;
    std::string unit; ///< of whoever entered it
    day on;
    long long seq = 0;
    std::string withdrawn_because; ///< empty: it stands
    bool from_a_list = false;      ///< entered by the office with others
};

struct facts {
    std::optional<entered<set_up>> setting_up;
    std::optional<entered<issued>> notice;
    std::vector<entered<extended>> extensions;
    std::vector<proposal> proposals;
    std::vector<entered<answered>> answers;
    std::optional<entered<closed>> closing; ///< nothing while the call runs (again)
    std::optional<entered<taken_over>> taking_over;
};

} // namespace call

/// The year of the last catalogue that can be set up on a day: next year's.
int last_year_to_set_up(day today);
/// The last day of the call, as it was extended; nothing before there is one.
std::optional<day> deadline_of(yearly_catalogue const& file);
/// The units that were called upon and have not answered, nor sent a table that the office entered.
std::vector<std::string> units_awaited(yearly_catalogue const& file);
/// A proposal stands that the unit made or is to lead.
bool has_proposed(yearly_catalogue const& file, std::string_view unit);
/// The units that answered and have proposed nothing (零申报).
std::vector<std::string> units_with_nothing(yearly_catalogue const& file);
/// Null for an unknown number.
call::proposal const* find_proposal(yearly_catalogue const& file, long long number);
std::optional<engine::limit_terms> call_terms(yearly_catalogue const& file);
/// What a unit's proposal, its withdrawal and its answer rest on: that the call runs, and what the
/// unit has proposed itself, not on the words of the other units (JC-6). The part of a procedure
/// named `rests_on`.
std::optional<std::string> ground_of_answer(yearly_catalogue const& file, engine::act const& what);

std::unique_ptr<engine::chapter<yearly_catalogue>> make_call();

} // namespace workflows::catalogue

#endif
