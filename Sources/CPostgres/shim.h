#ifndef CHEESEBOARD_POSTGRES_SHIM_H
#define CHEESEBOARD_POSTGRES_SHIM_H

#include <libpq-fe.h>

#endif
