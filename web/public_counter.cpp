#include "web/public_counter.hpp"

namespace web {
namespace {

named_people people_of(workflows::major_decision::public_matter const& matter)
{
    named_people people;
    for (auto const& one : matter.answered)
        people.add(one.what.from);
    if (matter.hearing && matter.hearing->list)
        for (auto const& one : matter.hearing->list->people)
            people.add(one.name);
    return people;
}

} // namespace

std::shared_ptr<public_case const> public_counter::find(adapters::soci::reader& records,
                                                        engine::case_id id,
                                                        engine::working_days const& days)
{
    auto const head = records.find_case(id);
    if (!head)
        return nullptr;
    {
        std::lock_guard const hold(door_);
        if (auto const found = kept_.find(id);
            found != kept_.end() && found->second.version == head->head.version)
            return found->second.what;
    }
    auto const record = records.read_case(id);
    if (!record)
        return nullptr;
    kept now{record->entry.head.version, nullptr};
    if (auto matter = workflows::major_decision::public_matter_of(record->acts, days)) {
        auto people = people_of(*matter);
        now.what = std::make_shared<public_case const>(public_case{
            id, now.version, record->entry.changed_at, std::move(*matter), std::move(people)});
    }
    std::lock_guard const hold(door_);
    if (kept_.size() >= most_kept)
        kept_.clear();
    kept_.insert_or_assign(id, now);
    return now.what;
}

} // namespace web
