#include "web/problem.hpp"

#include "web/indicator_names.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"

namespace web {
namespace {

using engine::say;

std::string title_of(int status, std::string_view type, language const& words)
{
    switch (status) {
    case 400:
        return words(say("填写有误"));
    case 401:
        return words(say("需要登录"));
    case 403:
        return words(say("不予办理"));
    case 404:
        return words(say("没有找到"));
    case 405:
        return words(say("方法不适用"));
    case 409:
        return words(type == "stale" ? say("案卷已有新的办理") : say("编号不能重复使用"));
    case 413:
        return words(say("内容过大"));
    case 415:
        return words(say("格式不受支持"));
    case 422:
        return words(say("不予办理"));
    case 429:
        return words(say("请稍后再试"));
    case 503:
        return words(say("暂时不能办理"));
    default:
        return words(say("系统故障"));
    }
}

} // namespace

answer problem(visit const& v, int status, std::string_view type, engine::text const& detail)
{
    answer made{.status = status, .page = "problem"};
    made.view["type"] = "/problems/" + std::string(type);
    made.view["title"] = title_of(status, type, v.words);
    made.view["status"] = status;
    made.view["detail"] = v.words(detail);
    return made;
}

answer not_found(visit const& v)
{
    return problem(v, 404, "not-found", say("没有这个页面或者这份案卷。"));
}

answer broken_off(visit const& v, adapters::soci::fault const& why)
{
    auto made =
        why.passes
            ? problem(v, 503, "not-kept",
                      say("系统现在不能保存，请稍后重新提交；同一项办理不会登记两次。故障编号：{1}",
                          why.id))
            : problem(v, 500, "fault",
                      say("系统出现故障，本次操作没有生效。故障编号：{1}", why.id));
    if (why.passes)
        made.headers.emplace_back("Retry-After", "2");
    made.view["fault"] = why.id;
    return made;
}

boost::json::object rule_view(visit const& v, engine::rule_id const& rule)
{
    boost::json::object made;
    made["id"] = rule;
    auto const* known = v.house.with().requirements.find(rule);
    auto const chinese = v.words.code() == "zh";
    made["citation"] = !known ? rule : chinese ? known->citation_zh : known->citation_en;
    made["href"] = known ? "/rules/" + percent_encoded(rule) : "";
    return made;
}

boost::json::object refusal_view(visit const& v, engine::refusal const& ground)
{
    boost::json::object made;
    made["rule"] = rule_view(v, ground.rule);
    made["reason"] = with_names_of_indicators(v, v.words(ground.reason));
    made["remedy"] = with_names_of_indicators(v, v.words(ground.remedy));
    made["about_role"] = ground.about_role;
    made["opens_on"] = ground.opens_on ? engine::to_text(*ground.opens_on) : "";
    made["opens_on_words"] = ground.opens_on ? v.words.date(*ground.opens_on) : "";
    return made;
}

boost::json::array refusals_view(visit const& v, std::vector<engine::refusal> const& grounds)
{
    boost::json::array made;
    for (auto const& one : grounds)
        made.push_back(refusal_view(v, one));
    return made;
}

boost::json::array remarks_view(visit const& v, std::vector<engine::advice> const& remarks)
{
    boost::json::array made;
    for (auto const& one : remarks)
        made.push_back({{"rule", rule_view(v, one.rule)},
                        {"words", with_names_of_indicators(v, v.words(one.words))}});
    return made;
}

std::string field_label(language const& words, std::string_view kind, std::string_view name)
{
    if (auto own = words.look_up("field." + std::string(kind) + "." + std::string(name)))
        return *own;
    if (auto common = words.look_up("field." + std::string(name)))
        return *common;
    return std::string(name);
}

std::string path_label(language const& words, std::string_view kind, std::string_view path)
{
    std::string label;
    while (!path.empty()) {
        auto const end = std::min(path.find('.'), path.size());
        auto step = path.substr(0, end);
        path.remove_prefix(std::min(end + 1, path.size()));
        auto const bracket = step.find('[');
        auto const name = step.substr(0, bracket);
        if (!label.empty())
            label += words.code() == "zh" ? "：" : ": ";
        label += field_label(words, kind, name);
        if (bracket == std::string_view::npos)
            continue;
        auto const row = step.substr(bracket + 1, step.find(']') - bracket - 1);
        long long number = 0;
        for (char c : row)
            if (c >= '0' && c <= '9' && number < 1'000'000)
                number = number * 10 + (c - '0');
        label += words(say("（第{1}项）", number + 1));
    }
    return label;
}

boost::json::array faults_view(visit const& v, std::string_view kind,
                               std::vector<engine::field_fault> const& faults)
{
    boost::json::array made;
    for (auto const& one : faults)
        made.push_back({{"path", one.path},
                        {"label", path_label(v.words, kind, one.path)},
                        {"reason", v.words(one.reason)}});
    return made;
}

} // namespace web
