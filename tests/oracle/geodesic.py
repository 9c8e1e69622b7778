"""The length of a geodesic on the WGS84 ellipsoid, by Vincenty's inverse formula."""

from math import atan, atan2, cos, radians, sin, sqrt, tan

EQUATOR = 6378137.0
FLATTENING = 1 / 298.257223563
POLE = EQUATOR * (1 - FLATTENING)


def metres(latitude_1, longitude_1, latitude_2, longitude_2):
    u1 = atan((1 - FLATTENING) * tan(radians(latitude_1)))
    u2 = atan((1 - FLATTENING) * tan(radians(latitude_2)))
    difference = radians(longitude_2 - longitude_1)
    longitude = difference
    for _ in range(1000):
        sin_sigma = sqrt(
            (cos(u2) * sin(longitude)) ** 2
            + (cos(u1) * sin(u2) - sin(u1) * cos(u2) * cos(longitude)) ** 2
        )
        if sin_sigma == 0:
            return 0.0
        cos_sigma = sin(u1) * sin(u2) + cos(u1) * cos(u2) * cos(longitude)
        sigma = atan2(sin_sigma, cos_sigma)
        sin_alpha = cos(u1) * cos(u2) * sin(longitude) / sin_sigma
        cos2_alpha = 1 - sin_alpha**2
        cos_2m = cos_sigma - 2 * sin(u1) * sin(u2) / cos2_alpha if cos2_alpha else 0.0
        c = FLATTENING / 16 * cos2_alpha * (4 + FLATTENING * (4 - 3 * cos2_alpha))
        before = longitude
        longitude = difference + (1 - c) * FLATTENING * sin_alpha * (
            sigma + c * sin_sigma * (cos_2m + c * cos_sigma * (2 * cos_2m**2 - 1))
        )
        if abs(longitude - before) < 1e-12:
            break
    else:
        raise ValueError("nearly antipodal points: the formula does not converge")
    u_squared = cos2_alpha * (EQUATOR**2 - POLE**2) / POLE**2
    a = 1 + u_squared / 16384 * (4096 + u_squared * (-768 + u_squared * (320 - 175 * u_squared)))
    b = u_squared / 1024 * (256 + u_squared * (-128 + u_squared * (74 - 47 * u_squared)))
    correction = b * sin_sigma * (
        cos_2m
        + b / 4 * (
            cos_sigma * (2 * cos_2m**2 - 1)
            - b / 6 * cos_2m * (4 * sin_sigma**2 - 3) * (4 * cos_2m**2 - 3)
        )
    )
    return POLE * a * (sigma - correction)


def kilometres(airport_1, airport_2):
    """Whole kilometres between two rows of the airports."""
    place = [float(airport[axis]) for airport in (airport_1, airport_2) for axis in ("latitude", "longitude")]
    return int(metres(*place) / 1000 + 0.5)
