#include "workflows/legal_matter/register_line.hpp"

#include "workflows/body_on_file.hpp"

namespace workflows::legal_matter {

std::optional<register_line> register_line_of(engine::act const& what)
{
    if (what.kind == registration::registered::kind) {
        auto const body = body_on_file<registration::registered>(what);
        return register_line{body.received_on, body.counterparty.value_or(""), body.basis_of_amount,
                             body.amount ? body.amount->fen : 0};
    }
    if (what.kind == registration::amount_corrected::kind) {
        auto const body = body_on_file<registration::amount_corrected>(what);
        return register_line{{}, {}, body.basis_of_amount, body.amount ? body.amount->fen : 0};
    }
    return {};
}

} // namespace workflows::legal_matter
