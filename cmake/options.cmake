# What every target of the house is built with.
add_library(juece_options INTERFACE)
target_include_directories(juece_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(juece_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow
    # whoever only builds to run is not stopped by a remark of another compiler
    $<$<NOT:$<CONFIG:Release>>:-Werror>
    # GCC 12 sees overlapping copies in std::string at -O2 where there are none (its bug 105651)
    $<$<AND:$<CXX_COMPILER_ID:GNU>,$<CONFIG:Release>>:-Wno-restrict>
    # designated initialisers leave the rest to the default members, on purpose
    -Wno-missing-field-initializers)
find_program(LLD ld.lld)
if(LLD)
    target_link_options(juece_options INTERFACE -fuse-ld=lld)
endif()
if(JUECE_PRECOMPILED)
    # without it ccache cannot look into a precompiled header
    target_compile_options(juece_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>
        "$<$<CXX_COMPILER_ID:Clang>:SHELL:-Xclang -fno-pch-timestamp>")
    # ... and with one GCC 12 forgets that std::string is the system's, and takes the sum of two of
    # them for a copy out of bounds. Clang keeps both warnings.
    target_compile_options(juece_options INTERFACE
        $<$<CXX_COMPILER_ID:GNU>:-Wno-array-bounds>
        $<$<CXX_COMPILER_ID:GNU>:-Wno-stringop-overflow>)
endif()
# Compiles the files of a target in groups. The names in their unnamed namespaces then meet, so a
# clash is answered by better names; APART are files that cannot share, because they take in the names
# of another namespace.
function(juece_together target) # [APART file...]
    cmake_parse_arguments(PARSE_ARGV 1 given "" "" APART)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ${JUECE_TOGETHER} UNITY_BUILD_BATCH_SIZE 8)
    set_property(SOURCE ${given_APART} PROPERTY SKIP_UNITY_BUILD_INCLUSION ON)
endfunction()
# Points at which tests let the process die (adapters/faults), for the targets that have them. No
# release has.
set(JUECE_TRIGGER_POINTS $<$<CONFIG:Dev,Sanitized>:JUECE_TRIGGERS>)
if(JUECE_SANITIZE)
    if(JUECE_SANITIZE STREQUAL "threads")
        set(sanitizers -fsanitize=thread)
    else()
        # vptr needs typeinfo that Debian's SOCI does not export
        set(sanitizers -fsanitize=address,undefined -fno-sanitize=vptr -fno-sanitize-recover=all)
    endif()
    target_compile_options(juece_options INTERFACE ${sanitizers} -fno-omit-frame-pointer)
    target_link_options(juece_options INTERFACE ${sanitizers})
    target_compile_definitions(juece_options INTERFACE JUECE_SANITIZED)
endif()
if(JUECE_FUZZ)
    target_compile_options(juece_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
