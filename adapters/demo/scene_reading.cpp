#include "adapters/demo/scene_reading.hpp"

#include <set>

namespace adapters::demo {

// ---- the acts before

object const* body_of(scene const& at, std::string_view kind)
{
    auto const* found = at.last(kind);
    return found ? &found->body : nullptr;
}

boost::json::value const* member(object const* body, std::string_view name)
{
    return body ? body->if_contains(name) : nullptr;
}

std::string text_in(object const* body, std::string_view name)
{
    auto const* found = member(body, name);
    return found && found->is_string() ? std::string(found->get_string()) : std::string();
}

bool flag_in(object const* body, std::string_view name)
{
    auto const* found = member(body, name);
    return found && found->is_bool() && found->get_bool();
}

array list_in(object const* body, std::string_view name)
{
    auto const* found = member(body, name);
    return found && found->is_array() ? found->get_array() : array();
}

engine::day day_in(object const* body, std::string_view name, engine::day otherwise)
{
    return engine::parse_day(text_in(body, name)).value_or(otherwise);
}

/// A member of the last act of a kind that is a document, or null.
boost::json::value document_in(scene const& at, std::string_view kind, std::string_view name)
{
    auto const* found = member(body_of(at, kind), name);
    return found ? *found : boost::json::value();
}

std::string date(engine::day on)
{
    return engine::to_text(on);
}

// ---- documents

object doc(scene const& at, std::string const& name, std::string const& words)
{
    auto const filed = at.file_paper(name + ".txt", at.what.title + "\n" + name + "\n\n" + words +
                                                        "\n\n" + date(at.today) + "\n");
    return {{"hash", filed.hash}, {"name", filed.name}};
}

array docs(scene const& at, std::string const& name, std::string const& words)
{
    return {doc(at, name, words)};
}

long long drafts(scene const& at)
{
    return at.count("drafting.versioned");
}

boost::json::value current_draft(scene const& at)
{
    auto draft = document_in(at, "drafting.versioned", "draft");
    return draft.is_null() ? doc(at, "草案", "尚未登记的文稿。") : draft;
}

boost::json::value current_explanation(scene const& at)
{
    auto found = document_in(at, "drafting.versioned", "explanation");
    return found.is_null() ? doc(at, "起草说明", "尚未登记的文稿。") : found;
}

std::string draft_words(scene const& at, long long version, std::string_view change)
{
    return "（第" + std::to_string(version) + "稿）\n" + "第一条 为了规范和推进“" + at.what.title +
           "”相关工作，维护公共利益和群众合法权益，根据有关法律、法规，结合本区实际，制定本方案。\n"
           "第二条 本方案适用于高要区行政区域内的有关活动。\n"
           "第三条 区人民政府统一领导，有关部门按照职责分工负责组织实施。\n"
           "第四条 实施工作应当遵循公开、公平、便民和量力而行的原则。\n"
           "第五条 所需经费列入年度部门预算，专款专用，接受审计监督。\n"
           "第六条 承办单位每半年向区人民政府报告一次进展情况。\n" +
           (change == "substantive" ? "第七条 增设过渡期安排，过渡期为十二个月。\n"
            : change == "non_substantive" ? "第七条 承办单位设立咨询电话，答复群众的询问。\n"
                                          : "") +
           "本方案自公布之日起施行。";
}

// ---- people

std::string person(scene const& at, long long number)
{
    return name_of_person(at.what.seed * 31 + number);
}

namespace {

std::vector<std::string> names_besides(std::set<std::string> taken, scene const& at, long long from,
                                       std::size_t how_many)
{
    std::vector<std::string> names;
    for (auto number = from; names.size() < how_many; ++number)
        if (auto one = person(at, number); taken.insert(one).second)
            names.push_back(std::move(one));
    return names;
}

} // namespace

/// Names that are certain to differ within one list.
std::vector<std::string> people(scene const& at, long long from, std::size_t how_many)
{
    return names_besides({}, at, from, how_many);
}

std::vector<std::string> people_from_outside(scene const& at, long long from, std::size_t how_many)
{
    std::set<std::string> known;
    for (auto const& one : at.acts) {
        known.insert(one.by.name);
        if (one.kind == "experts.selected")
            for (auto const& expert : list_in(&one.body, "experts"))
                known.emplace(expert.at("name").as_string());
    }
    return names_besides(std::move(known), at, from, how_many);
}

std::vector<std::string> people_in_seats(scene const& at, long long from,
                                         std::vector<engine::seat> const& seats)
{
    std::vector<std::string> names(seats.size());
    std::set<std::string> taken;
    for (std::size_t i = 0; i < seats.size(); ++i)
        for (auto const& one : at.people) {
            bool const sits_there = !seats[i].role.empty() && one.role == seats[i].role &&
                                    (seats[i].unit.empty() || one.unit == seats[i].unit) &&
                                    one.represents.value == 0;
            if (names[i].empty() && sits_there && taken.insert(one.name).second)
                names[i] = one.name;
        }
    auto invented = names_besides(std::move(taken), at, from, seats.size());
    for (auto& one : names)
        if (one.empty()) {
            one = std::move(invented.back());
            invented.pop_back();
        }
    return names;
}

long long holder(scene const& at, std::string_view role, long long turn)
{
    std::vector<long long> all;
    for (auto const& one : at.people)
        if (one.role == role && one.represents.value == 0)
            all.push_back(one.person.value);
    return all.empty() ? 0 : all[static_cast<std::size_t>(turn) % all.size()];
}

} // namespace adapters::demo
