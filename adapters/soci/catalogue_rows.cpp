#include "adapters/soci/catalogue_rows.hpp"

#include "workflows/catalogue/mentions.hpp"

namespace adapters::soci {
namespace {

std::string in_words(long long year, std::string const& item, std::string const& decision)
{
    return std::to_string(year) + ' ' + item + ' ' + decision;
}

} // namespace

catalogue_rows::catalogue_rows(::soci::session& sql)
    : add_(sql, "insert into catalogue_mention (case_id, seq, position, year, item, decision)"
                " values (:case_id, :seq, :position, :year, :item, :decision)")
{
    add_.in("case_id", case_id_).in("seq", seq_).in("position", position_).in("year", year_);
    add_.in("item", item_).in("decision", decision_);
}

void catalogue_rows::note_mentions(engine::act const& by)
{
    case_id_ = by.on.value;
    seq_ = by.seq;
    position_ = 0;
    for (auto& one : workflows::catalogue::mentions_in(by)) {
        year_ = one.year;
        item_ = std::move(one.item);
        decision_ = std::move(one.decision);
        add_.send();
        ++position_;
    }
}

std::vector<noted_mention> mentions_of(std::vector<engine::act> const& acts)
{
    std::vector<noted_mention> all;
    for (auto const& act : acts)
        for (auto const& one : workflows::catalogue::mentions_in(act))
            all.emplace_back(in_words(one.year, one.item, one.decision), act.seq);
    return all;
}

std::vector<noted_mention> mentions_kept(::soci::session& sql, engine::case_id id)
{
    long long seq = 0;
    long long year = 0;
    std::string item, decision;
    std::vector<noted_mention> all;
    query(sql, "select seq, year, item, decision from catalogue_mention where case_id = :id")
        .in("id", id.value)
        .out(seq)
        .out(year)
        .out(item)
        .out(decision)
        .each([&] { all.emplace_back(in_words(year, item, decision), seq); });
    return all;
}

} // namespace adapters::soci
