#ifndef JUECE_ADAPTERS_LAW_TEXT_REQUIREMENTS_HPP
#define JUECE_ADAPTERS_LAW_TEXT_REQUIREMENTS_HPP

#include "adapters/csv/csv.hpp"
#include "engine/refusal.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace adapters::law_text {

/// One legal requirement or house rule in words. The words are a paraphrase, not the regulation.
struct requirement {
    engine::rule_id id;
    std::string actor;
    std::string kind; ///< M always, C on a condition, D discretionary, P principle; may be empty
    std::string zh;
    std::string en;
    std::string citation_zh; ///< "《重大行政决策程序暂行条例》第二十五条"
    std::string citation_en; ///< "State Council Order 713, art. 25"
};

/// The requirements of one regulation, in the order of its articles.
struct regulation_text {
    std::string prefix; ///< of the ids: "GD21"
    std::string title_zh;
    std::string title_en;
    std::vector<requirement const*> requirements;
};

/// All requirements by their ids.
class requirements {
public:
    /// Adds the rows of the two files of config/law/; an id that is here already keeps its words.
    /// Returns what is wrong; `folder` names the place of the files.
    std::vector<csv::fault> add(std::string_view requirements_csv, std::string_view sources_csv,
                                std::string const& folder);

    /// Nothing for an unknown id.
    requirement const* find(std::string_view id) const;
    std::map<std::string, requirement, std::less<>> const& all() const { return by_id_; }
    /// By regulation, in the order of the files they came from.
    std::vector<regulation_text> by_regulation() const;

private:
    struct source {
        std::string title_zh;
        std::string title_en;
        bool by_article = true;
    };
    requirement cite(requirement what) const;

    std::map<std::string, source, std::less<>> sources_;
    std::vector<std::string> order_; ///< of the sources
    std::map<std::string, requirement, std::less<>> by_id_;
};

struct loaded_requirements {
    requirements law;
    std::vector<csv::fault> faults;
};

/// What is built into the binary, and DATA/config/law/requirements.csv with sources.csv, where a
/// place puts the rules of its own that its packs cite.
loaded_requirements load_requirements(std::filesystem::path const& data = {});

/// 25 -> "二十五", for 1 to 999.
std::string chinese_number(int n);

} // namespace adapters::law_text

#endif
