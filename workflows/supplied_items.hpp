#ifndef JUECE_WORKFLOWS_SUPPLIED_ITEMS_HPP
#define JUECE_WORKFLOWS_SUPPLIED_ITEMS_HPP

#include "engine/body.hpp"
#include "engine/refusal.hpp"

#include <optional>
#include <string>
#include <vector>

// A supplement is asked for item by item (补充材料), and answered so.

namespace workflows {

/// What came of one item that was asked for: its paper, or why there is none.
struct supplied_item {
    std::string wanted; ///< as it was asked for
    std::optional<engine::document_ref> paper;
    std::optional<engine::prose> reason;
};
BOOST_DESCRIBE_STRUCT(supplied_item, (), (wanted, paper, reason))

/// Every item that was asked for has its paper or its reason, and nothing else stands among them.
engine::verdict every_item_is_supplied(engine::rule_id const& rule,
                                       std::vector<std::string> const& wanted,
                                       std::vector<supplied_item> const& supplied);

} // namespace workflows

#endif
