#ifndef JUECE_ADAPTERS_SOCI_BOX_ORDERING_HPP
#define JUECE_ADAPTERS_SOCI_BOX_ORDERING_HPP

#include "adapters/soci/boxes.hpp"
#include "adapters/soci/narrowing.hpp"

#include <string>
#include <vector>

namespace adapters::soci {

/// What a box is ordered by; together the columns tell any two rows apart.
struct ordering {
    std::string key; ///< a text column, or empty
    std::string id;
    std::string seq; ///< empty: the id is enough
    bool falling = false;

    std::vector<std::string> columns() const;
    std::string order_by() const;
    /// Narrows to the rows behind a cursor.
    void go_on(box_cursor const& after, narrowing& to) const;
};

ordering order_of(box_name name, box_order by);

} // namespace adapters::soci

#endif
