#ifndef JUECE_ADAPTERS_SOCI_STORAGE_FAULT_HPP
#define JUECE_ADAPTERS_SOCI_STORAGE_FAULT_HPP

#include <stdexcept>
#include <string>

namespace adapters::soci {

/// Something broke in the keeping of the record. The words are for the log, not for people.
struct storage_fault : std::runtime_error {
    /// clash: a key that must be unique exists; busy: another writer held on too long, or the
    /// statement took too long; crossed: of two that waited for each other the database broke this
    /// one off, and the same again will do; lost: no database there, or no connection; broken:
    /// anything else (disk, schema, SQL).
    enum class sort { clash, busy, crossed, lost, broken };

    storage_fault(sort what, std::string const& words) : std::runtime_error(words), is(what) {}
    sort is;
    /// Whether the same may go well a little later.
    bool passes() const { return is == sort::busy || is == sort::crossed || is == sort::lost; }
};

/// Runs `step`; whatever SOCI throws leaves as a storage_fault.
template <class F>
decltype(auto) faults_as_ours(F&& step);

/// Throws the storage_fault for the exception that is being handled; rethrows what is not SOCI's.
[[noreturn]] void rethrow_as_ours();

template <class F>
decltype(auto) faults_as_ours(F&& step)
{
    try {
        return step();
    } catch (...) {
        rethrow_as_ours();
    }
}

} // namespace adapters::soci

#endif
