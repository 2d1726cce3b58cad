#include "workflows/major_decision/dossier.hpp"

#include <algorithm>

namespace workflows::major_decision {

using drafting::change_class;

dossier::dossier() = default;
dossier::dossier(dossier const&) = default;
dossier::dossier(dossier&&) noexcept = default;
dossier& dossier::operator=(dossier const&) = default;
dossier& dossier::operator=(dossier&&) noexcept = default;
dossier::~dossier() = default;

long long current_draft(dossier const& file)
{
    return static_cast<long long>(file.drafting.versions.size());
}

drafting::versioned const* draft_version(dossier const& file, long long version)
{
    if (version < 1 || version > current_draft(file))
        return nullptr;
    return &file.drafting.versions[static_cast<std::size_t>(version - 1)].body;
}

namespace {

drafting::change_confirmed const* confirmation_of(dossier const& file, long long version)
{
    drafting::change_confirmed const* last = nullptr;
    for (auto const& one : file.drafting.confirmations)
        if (one.body.version == version)
            last = &one.body;
    return last;
}

bool is_waived(dossier const& file, long long version, drafting::repeatable_step step)
{
    auto const* word = confirmation_of(file, version);
    return word && std::any_of(word->waived.begin(), word->waived.end(),
                               [&](auto const& waived) { return waived.step == step; });
}

template <class Keeps>
bool every_change_since(dossier const& file, long long version, Keeps keeps)
{
    for (auto v = std::max(version, 0LL) + 1; v <= current_draft(file); ++v)
        if (change_of(file, v) == change_class::substantive && !keeps(v))
            return false;
    return true;
}

} // namespace

change_class change_of(dossier const& file, long long version)
{
    if (auto const* word = confirmation_of(file, version))
        return word->change;
    auto const* draft = draft_version(file, version);
    return draft ? draft->change : change_class::first_draft;
}

bool still_covers(dossier const& file, long long version)
{
    return version > 0 && every_change_since(file, version, [](long long) { return false; });
}

bool still_covers(dossier const& file, long long version, drafting::repeatable_step step)
{
    return version > 0 &&
           every_change_since(file, version, [&](long long v) { return is_waived(file, v, step); });
}

bool change_unconfirmed(dossier const& file)
{
    for (long long v = 2; v <= current_draft(file); ++v)
        if (draft_version(file, v)->change != change_class::substantive &&
            !confirmation_of(file, v))
            return true;
    return false;
}

void remember(dossier& file, engine::act const& what)
{
    file.doings.push_back({what.seq, what.kind, what.by.person, what.by.name, what.by.role,
                           what.by.unit, what.counts_on(), what.by.represents,
                           what.by.on_behalf_of});
    file.names_secret_document = file.names_secret_document ||
                                 engine::says_level(what.body, engine::confidentiality::secret);
}

} // namespace workflows::major_decision
