#include "web/public_counter.hpp"

#include "workflows/public_matters.hpp"

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
    for (auto const& word : matter.masked)
        people.add(word);
    return people;
}

/// Masks in what officials wrote for the public, where numbers are those of offices and stay.
void mask_texts(workflows::major_decision::public_matter& matter)
{
    named_people marked;
    for (auto const& word : matter.masked)
        marked.add(word);
    auto const mask = [&](std::string& text) { text = without_people(text, marked); };
    auto const mask_if_any = [&](auto& text) {
        if (text)
            mask(*text);
    };
    mask(matter.title);
    if (auto& at = matter.consultation) {
        mask(at->notice.contact);
        mask_if_any(at->notice.shortened_reason);
    }
    if (auto& at = matter.hearing) {
        for (auto* text : std::initializer_list<std::string*>{
                 &at->notice.place, &at->notice.purpose, &at->notice.basis, &at->notice.content,
                 &at->notice.selection_method})
            mask(*text);
        if (at->postponement)
            mask(at->postponement->reason);
    }
}

} // namespace

public_case public_case_of(engine::case_id id, long long version, engine::instant changed_at,
                           workflows::major_decision::public_matter matter)
{
    auto people = people_of(matter);
    if (!matter.masked.empty())
        mask_texts(matter);
    return {id, version, changed_at, std::move(matter), std::move(people)};
}

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
    if (auto matter = workflows::public_matter_of(record->acts, days))
        now.what = std::make_shared<public_case const>(
            public_case_of(id, now.version, record->entry.changed_at, std::move(*matter)));
    std::lock_guard const hold(door_);
    if (kept_.size() >= most_kept)
        kept_.clear();
    kept_.insert_or_assign(id, now);
    return now.what;
}

} // namespace web
