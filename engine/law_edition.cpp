#include "engine/law_edition.hpp"

#include "engine/chain.hpp"

namespace engine {
namespace {

/// Text that cannot run into its neighbours.
class listing {
public:
    listing& operator<<(std::string_view one)
    {
        all_ += std::to_string(one.size());
        all_ += ':';
        all_ += one;
        return *this;
    }
    std::string const& all() const { return all_; }

private:
    std::string all_;
};

void list_clauses(law_in_force const& law, listing& into)
{
    auto const& packs = law.book.packs();
    auto const place = packs.empty() ? std::string() : packs.front().name;
    for (auto const& [name, shape] : law.shapes) {
        into << name;
        for (auto const& row : shape.make(place)->table()) {
            into << row.chapter << row.rule << row.stage << row.kind << row.next << row.sort
                 << (row.goes_on ? "on" : "over");
            for (auto const& one : row.conditions)
                into << one;
        }
    }
}

void list_packs(rule_book const& book, listing& into)
{
    for (auto const& pack : book.packs()) {
        into << pack.name << pack.parent;
        for (auto const& one : pack.parameters)
            into << one.key << to_text(one.value) << one.rule << to_text(one.from)
                 << (one.until ? to_text(*one.until) : "");
    }
}

void list_rights(rights const& entitled, listing& into)
{
    for (auto const& one : entitled.rows()) {
        if (one.to == sphere::page)
            continue;
        into << name_of(one.to) << one.pattern << name_of(one.where);
        for (auto const& role : one.roles)
            into << role;
    }
}

} // namespace

std::string law_edition(law_in_force const& law)
{
    listing all;
    list_clauses(law, all);
    list_packs(law.book, all);
    list_rights(law.entitled, all);
    return sha256(all.all());
}

} // namespace engine
