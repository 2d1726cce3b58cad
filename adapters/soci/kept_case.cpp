#include "adapters/soci/kept_case.hpp"

namespace adapters::soci {

kept_case::kept_case(::soci::session& sql)
    : tasks_(sql, std::string("select ") + task_row::columns +
                      ", t.since, t.received_at, t.sponsor, t.matter from task t"
                      " where t.case_id = :id"),
      notices_(sql, "select seq, kind, from_day, until_day, unit from public_notice"
                    " where case_id = :id order by seq"),
      parts_(sql, "select part from case_part where case_id = :id"),
      figures_(sql, "select seq, indicator, year, value from figure where case_id = :id"),
      passages_(sql, "select seq, path, words from passage where case_id = :id"),
      documents_(sql, "select seq, hash from document_use where case_id = :id"),
      opinions_(sql, "select number, words from comment where case_id = :id and number > 0")
{
    task_.out_of(tasks_.in("id", id_));
    tasks_.out(seq_).out(received_at_).out(unit_).out(matter_);
    notices_.in("id", id_).out(seq_).out(name_).out(from_).out(until_).out(unit_);
    parts_.in("id", id_).out(name_);
    figures_.in("id", id_).out(seq_).out(name_).out(year_).out(value_);
    passages_.in("id", id_).out(seq_).out(name_).out(words_);
    documents_.in("id", id_).out(seq_).out(name_);
    opinions_.in("id", id_).out(seq_).out(words_);
}

std::vector<engine::waiting_task> kept_case::tasks_of(case_entry const& kept)
{
    id_ = kept.head.line.id.value;
    std::vector<engine::waiting_task> found;
    tasks_.each([&] {
        if (unit_ == kept.summary.unit && matter_ == kept.summary.matter)
            found.push_back({task_.to_task(), seq_, instant_of(received_at_)});
    });
    return found;
}

std::vector<kept_notice> kept_case::notices_of(case_entry const& kept)
{
    id_ = kept.head.line.id.value;
    std::vector<kept_notice> found;
    notices_.each([&] {
        if (unit_ == kept.summary.unit)
            found.push_back({seq_, {name_, day_of(from_), day_of(until_)}});
    });
    return found;
}

std::vector<std::string> kept_case::parts_of(engine::case_id id)
{
    id_ = id.value;
    std::vector<std::string> found;
    parts_.each([&] { found.push_back(name_); });
    return found;
}

std::vector<engine::figure> kept_case::figures_of(engine::case_id id)
{
    id_ = id.value;
    std::vector<engine::figure> found;
    figures_.each([&] { found.push_back({name_, static_cast<int>(year_), value_, id, seq_}); });
    return found;
}

std::vector<std::pair<long long, engine::passage>> kept_case::passages_of(engine::case_id id)
{
    id_ = id.value;
    std::vector<std::pair<long long, engine::passage>> found;
    passages_.each([&] { found.push_back({seq_, {name_, words_}}); });
    return found;
}

std::vector<named_document> kept_case::documents_of(engine::case_id id)
{
    id_ = id.value;
    std::vector<named_document> found;
    documents_.each([&] { found.emplace_back(name_, seq_); });
    return found;
}

std::vector<std::pair<long long, std::string>> kept_case::opinions_of(engine::case_id id)
{
    id_ = id.value;
    std::vector<std::pair<long long, std::string>> found;
    opinions_.each([&] { found.emplace_back(seq_, words_); });
    return found;
}

} // namespace adapters::soci
